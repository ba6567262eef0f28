package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"fenghui/wasm/quantity/entity"
)

// textLine is one line of the input of quantities.
type textLine struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Ref  string `json:"ref"`
}

// entityLine is one line of its output.
type entityLine struct {
	ID       string          `json:"id"`
	Entities []entity.Entity `json:"entities"`
}

// runQuantities reads lines of {"id", "text", "ref"} and prints what
// quantities each text holds.
func runQuantities(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	set := flags("quantities < FILE",
		"Prints the numbers, units and times of texts: reads lines {\"id\", \"text\", \"ref\"} of JSON\n"+
			"and writes a line {\"id\", \"entities\"} for each. ref is the day that 去年 or 明天 are\n"+
			"counted from, YYYY-MM-DD.", stderr)
	if err := parse(set, args); err != nil {
		return err
	}
	out := bufio.NewWriter(stdout)
	decoder, encoder := json.NewDecoder(bufio.NewReader(stdin)), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for n := 1; ctx.Err() == nil; n++ {
		var line textLine
		if err := decoder.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := encoder.Encode(entityLine{line.ID, entity.Of(line.Text, line.Ref)}); err != nil {
			return err
		}
	}
	return out.Flush()
}
