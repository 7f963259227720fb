# Completion of dudao for fish: the program knows what may follow; files are fish's.
function __dudao_candidates
    set -l words (commandline -opc) (commandline -ct)
    dudao __complete $words[2..-1] 2>/dev/null
end
complete -c dudao -a '(__dudao_candidates)'
