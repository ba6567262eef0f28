package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const head = `# Characters that count as one when texts are searched: from, a tab, to. Made by build/opencc, not by hand.
# Traditional to simplified Chinese: TSCharacters of OpenCC, https://github.com/BYVoid/OpenCC,
# Copyright 2010-2022 Carbo Kuo and OpenCC's contributors, Apache License 2.0; changed: first form only, chains closed.
# Compatibility forms to usual ones: Unicode's NFKC where it is one character for one.
`

// compatible are the blocks of compatibility forms worth folding: what text
// copied from PDF files and old Chinese, Japanese and Korean encodings holds.
var compatible = [][2]rune{
	{0x2E80, 0x2FDF},   // radicals
	{0xF900, 0xFAFF},   // ideographs encoded twice
	{0xFE10, 0xFE1F},   // vertical forms
	{0xFE30, 0xFE6F},   // vertical and small forms
	{0xFF01, 0xFFEE},   // full and half width
	{0x2F800, 0x2FA1F}, // more ideographs encoded twice
}

// build makes the table from the text form of TSCharacters.
func build(source []byte) ([]byte, error) {
	to, err := parse(source)
	if err != nil {
		return nil, err
	}
	for _, block := range compatible {
		addCompatible(to, block[0], block[1])
	}
	if err := closeChains(to); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString(head)
	for _, from := range slices.Sorted(maps.Keys(to)) {
		fmt.Fprintf(&out, "%c\t%c\n", from, to[from])
	}
	return out.Bytes(), nil
}

// parse reads lines of a traditional character, a tab, and simplified ones
// divided by spaces. A character whose first form is itself is left out.
func parse(source []byte) (map[rune]rune, error) {
	to := map[rune]rune{}
	for i, line := range strings.Split(strings.TrimSpace(string(source)), "\n") {
		key, forms, ok := strings.Cut(strings.TrimSpace(line), "\t")
		first, _, _ := strings.Cut(forms, " ")
		if !ok || utf8.RuneCountInString(key) != 1 || utf8.RuneCountInString(first) != 1 {
			return nil, fmt.Errorf("line %d: not a character, a tab and a character: %q", i+1, line)
		}
		from, _ := utf8.DecodeRuneInString(key)
		target, _ := utf8.DecodeRuneInString(first)
		if from != target {
			to[from] = target
		}
	}
	return to, nil
}

func addCompatible(to map[rune]rune, low, high rune) {
	for r := low; r <= high; r++ {
		form := []rune(norm.NFKC.String(string(r)))
		if len(form) == 1 && form[0] != r {
			to[r] = form[0]
		}
	}
}

// closeChains lets every entry point to where its chain ends, so that folding
// twice changes nothing more.
func closeChains(to map[rune]rune) error {
	for from := range to {
		end, steps := to[from], 0
		for next, ok := to[end]; ok; next, ok = to[end] {
			if steps++; steps > len(to) {
				return fmt.Errorf("%c leads back to itself", from)
			}
			end = next
		}
		to[from] = end
	}
	return nil
}
