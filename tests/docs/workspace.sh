# For the tests of what people read: a workspace as the README makes one, on 20 November 2026, always
# with the same ids. Source it with SOURCE set to the project's folder and dudao in PATH; it leaves one
# in the folder "shop" of a temporary folder that is removed at the end.
# shellcheck shell=bash
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home"
export HOME=$scratch/home XDG_STATE_HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home
export LC_ALL=C.UTF-8 TZ=UTC TERM=dumb
export DUDAO_SEED=1 DUDAO_DEVICE=DOCS DUDAO_NOW='2026-11-20 09:00'
unset DUDAO_DB DUDAO_ACTOR DUDAO_LANG NO_COLOR
cd "$scratch"
ln -s "$SOURCE/examples" examples

# Imports and publishes what the guide takes for granted.
make_workspace() {
    dudao -q --now '2026-10-20 09:00' init shop --name 示例连锁 --actor admin
    cp examples/small/* shop
    cd shop
    dudao -q --now '2026-10-20 09:00' people import people.csv
    dudao -q --now '2026-10-20 09:00' store import stores.csv
    dudao -q --now '2026-10-20 09:00' checklist publish opening.yaml
    dudao -q inspect import answers-wide.csv --checklist opening@2026.1
    dudao -q inspect import answers-long.csv --checklist opening@2026.1
}
