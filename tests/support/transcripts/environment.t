# locale: zh_CN.UTF-8
# env: DUDAO_NOW=2026-11-05T09:00:00+08:00
# env: DUDAO_SEED=7
$ env | grep -v -e '^PATH=' -e '^PWD=' -e '^OLDPWD=' -e '^_=' -e '^SHLVL=' -e '_OPTIONS=' | sort
DUDAO_NOW=2026-11-05T09:00:00+08:00
DUDAO_SEED=7
HOME=$HOME
LC_ALL=zh_CN.UTF-8
TERM=dumb
TZ=UTC
XDG_CACHE_HOME=$HOME/.cache
XDG_CONFIG_HOME=$HOME/.config
XDG_DATA_HOME=$HOME/.local/share
XDG_STATE_HOME=$HOME/.local/state
$ ls -A
$ ls -A "$HOME"
$ cat
