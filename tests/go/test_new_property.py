"""New properties of the schemas, server-side ones included, are fields of the Go types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.packaging.new_properties import changed_tree

if TYPE_CHECKING:
    from pathlib import Path

    from tests.go.toolchain import GoToolchain

PROGRAM = """package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	"modelconfig"
)

func unknown(value reflect.Value) (count int) {
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !value.IsNil() {
			count = unknown(value.Elem())
		}
	case reflect.Slice:
		for i := 0; i < value.Len(); i++ {
			count += unknown(value.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < value.NumField(); i++ {
			if value.Type().Field(i).Name == "Unknown" {
				count += value.Field(i).Len()
			} else {
				count += unknown(value.Field(i))
			}
		}
	}
	return count
}

func main() {
	data, _ := os.ReadFile(os.Args[1])
	var configuration modelconfig.ModelConfiguration
	if err := json.Unmarshal(data, &configuration); err != nil {
		panic(err)
	}
	text, err := json.Marshal(configuration)
	if err != nil {
		panic(err)
	}
	fmt.Printf(`{"unknown": %d, "document": %s}`, unknown(reflect.ValueOf(configuration)), text)
}
"""


def test_programs_read_and_write_new_properties(toolchain: GoToolchain, tmp_path: Path) -> None:
    tree = changed_tree(tmp_path)
    document = tree.view("server")
    (tmp_path / "server.json").write_text(json.dumps(document), "utf-8")
    module, program = tmp_path / "generated" / "go", tmp_path / "program"
    program.mkdir()
    (program / "main.go").write_text(PROGRAM, "utf-8")
    toolchain.clean("go", "mod", "init", "program", folder=program)
    replaced = ("-require=modelconfig@v0.0.0", f"-replace=modelconfig={module}")
    toolchain.clean("go", "mod", "edit", *replaced, folder=program)
    found = json.loads(toolchain.clean("go", "run", ".", tmp_path / "server.json", folder=program))
    assert found["unknown"] == 0
    assert found["document"] == document
    toolchain.clean("go", "vet", "./...", folder=module)
