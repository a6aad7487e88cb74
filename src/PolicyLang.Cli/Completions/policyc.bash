# Completes policyc in bash. In ~/.bashrc: eval "$(policyc completion bash)"
_policyc() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    [ -n "$word" ] && COMPREPLY+=("$word")
  done < <("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
  # Paths take part wherever an option has not been begun.
  [[ ${COMP_WORDS[COMP_CWORD]} == -* ]] || while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o filenames -F _policyc policyc
