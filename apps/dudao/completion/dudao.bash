# Completion of dudao for bash: the program knows what may follow; files are bash's.
_dudao() {
    mapfile -t COMPREPLY < <(dudao __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)
}
complete -o default -F _dudao dudao
