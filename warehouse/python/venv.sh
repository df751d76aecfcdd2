# What the scripts that need Python share. To be sourced; $here is the folder of the warehouse.

VENV="$here/.venv"

# Puts packages of PyPI's into warehouse/.venv, unless they are there: make_venv MODULE REQUIREMENT...
make_venv() {
  local module=$1
  shift
  if [ ! -x "$VENV/bin/pip" ]; then
    if ! python3 -c "import ensurepip" 2>/dev/null; then "$here/../tools/apt-install.sh" python3-venv; fi
    python3 -m venv "$VENV"
  fi
  if ! "$VENV/bin/python" -c "import $module" 2>/dev/null; then
    "$VENV/bin/pip" install --quiet --disable-pip-version-check "$@"
  fi
}
