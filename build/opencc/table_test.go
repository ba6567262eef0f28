package main

import (
	"strings"
	"testing"
)

func TestBuild(t *testing.T) {
	table, err := build([]byte("乾\t干 乾\n薴\t苧\n苧\t苎\n藉\t藉 借\n"))
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]bool{
		"乾\t干":           true,  // the first of several
		"薴\t苎":           true,  // the end of the chain
		"薴\t苧":           false, // not its middle
		"藉\t":            false, // itself
		"％\t%":           true,  // full width
		"ｶ\tカ":           true,  // half width
		"⼈\t人":           true,  // radical
		"㍿\t":            false, // more than one character
		"\uf900\t\u8c48": true,

		"\uffee\t\u25cb":     true, // the last of a block
		"\U0002f800\t\u4e3d": true, // beyond four digits
	} {
		if got := strings.Contains(string(table), "\n"+line); got != want {
			t.Errorf("table has %q: %v, want %v", line, got, want)
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	for source, want := range map[string]string{
		"長\t长\n没有":   "line 2",
		"長長\t长":      "line 1",
		"甲\t乙\n乙\t甲": "leads back",
	} {
		if _, err := build([]byte(source)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("build(%q) = %v, want an error with %q", source, err, want)
		}
	}
}
