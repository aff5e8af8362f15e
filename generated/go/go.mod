// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

module modelconfig

go 1.22
