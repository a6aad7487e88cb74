# Completes policyc in fish. In ~/.config/fish/config.fish: policyc completion fish | source
function __policyc_complete
    set -l line (commandline -cp)
    policyc "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c policyc -a '(__policyc_complete)'
