"""What the oracles run programs with. The first argument of each is dudao."""
import os
import subprocess
import sys

PROGRAM = os.path.abspath(sys.argv[1])


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def dudao(*arguments, text=None):
    return run(PROGRAM, *arguments, text=text)


def check(holds, what, *seen):
    if not holds:
        sys.exit("\n".join([f"{os.path.basename(sys.argv[0])}: {what}", *map(repr, seen)]))


def without_settings(**variables):
    """Forgets what the user has set for dudao, and sets these instead."""
    for variable in [name for name in os.environ if name.startswith("DUDAO_")]:
        del os.environ[variable]
    os.environ.update(LC_ALL="C.UTF-8", **variables)
