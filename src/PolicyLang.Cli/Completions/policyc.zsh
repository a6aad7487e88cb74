#compdef policyc
# Completes policyc in zsh. In ~/.zshrc, after compinit: eval "$(policyc completion zsh)"
_policyc() {
  local -a found
  found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
  found=("${(@)found:#}")
  (( ${#found} )) && compadd -a found
  [[ ${words[CURRENT]} == -* ]] || _files
}
compdef _policyc policyc
