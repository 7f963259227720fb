# Completion of dudao for fish: the program knows what may follow; where it does not, files are fish's.
function __dudao_candidates
    set -l words (commandline -opc) (commandline -ct)
    dudao __complete $words[2..-1] 2>/dev/null
end
function __dudao_knows
    test (count (__dudao_candidates)) -gt 0
end
complete -c dudao -n __dudao_knows -f -a '(__dudao_candidates)'
