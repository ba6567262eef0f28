package main

import (
	"encoding/json"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"fenghui/build/dictionary"
)

// job is a library to be built.
type job struct {
	Folders []string // as workers reach them
	Records bool
	Out     string
}

// newPipeline draws the steps:
//
//	list ─ read ─ by ID ─ choose ─┬─ figures ──────── by document ─ to packs ─ by pack ─ build ─ contents
//	                              └─ by year ─ place ─┘
//
// and from list, read and choose go refusals to the contents. What goes from
// step to step is small (a path, a document, what was read of it); only build
// has a whole pack in memory. Everything knows its place in the library, so the
// order in which it arrives does not matter.
func newPipeline(j job) (*beam.Pipeline, error) {
	full, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		return nil, err
	}
	p, s := beam.NewPipelineWithRoot()
	words := beam.Create(s.Scope("dictionary"), full)
	paths, unlisted := beam.ParDo2(s.Scope("list"), &list{Folders: j.Folders, Records: j.Records}, beam.Impulse(s))
	documents, unread := beam.ParDo2(s.Scope("read"), &read{Folders: j.Folders}, beam.Reshuffle(s, paths))
	chosen, doubles := beam.ParDo2(s.Scope("choose"), choose, beam.GroupByKey(s, documents))

	readings := beam.ParDo(s.Scope("figures"), readFigures, chosen)
	places := beam.ParDo(s.Scope("place"), place, beam.GroupByKey(s, beam.ParDo(s, sizeOf, chosen)))
	inPacks := beam.ParDo(s.Scope("to packs"), toPack, beam.CoGroupByKey(s, readings, places))
	built := beam.ParDo(s.Scope("build"), &build{Out: j.Out}, beam.GroupByKey(s, inPacks), beam.SideInput{Input: words})

	outcomes := beam.Flatten(s, built, unlisted, unread, doubles)
	beam.ParDo0(s.Scope("contents"), &conclude{Out: j.Out}, beam.GroupByKey(s, beam.AddFixedKey(s, outcomes)))
	return p, nil
}

// encode writes what goes from step to step. It is JSON, whatever the runner:
// strings, numbers and bytes, for which there always is a form.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("pipeline: %T: %v", v, err))
	}
	return data
}

func decode[T any](data []byte) (v T, err error) {
	if err = json.Unmarshal(data, &v); err != nil {
		err = fmt.Errorf("pipeline: %T: %w", v, err)
	}
	return v, err
}
