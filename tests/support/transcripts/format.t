# What the runner of transcripts understands, shown by commands that every shell has.
$ echo hello
hello
$ echo out; echo err >&2; exit_with() { return $1; }; exit_with 3
out
! err
[3]
# A command may go on over several lines.
$ cat <<END
> # not a comment
> $ not a command
> plain
> END
\# not a comment
\$ not a command
plain
# Lines that would read as something else stand with a backslash before them.
$ printf '! a\n> b\n[1]\n\\ c\n\n'
\! a
\> b
\[1]
\\ c

$ printf 'no end'
no end
\
# What one command changes is there for the next.
$ mkdir folder && cd folder && export COLOUR=red
$ basename "$PWD"; echo "$COLOUR"
folder
red
# The folder and the home have names that do not depend on the machine.
$ echo "$PWD" "$HOME"
$WORK/folder $HOME
# A command that is killed ends with 128 and the signal's number.
$ sh -c 'kill -9 $$' 2>/dev/null
[137]
# The last line is a comment as well.
