package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"fenghui/build/packs"
)

func init() {
	register.Function2x3(readFigures)
	register.Function4x1(toPack)
	register.DoFn4x2[context.Context, string, func(*[]byte) bool, []byte, []byte, error](&build{})
	register.DoFn2x1[int, func(*[]byte) bool, error](&conclude{})
}

// placed is what was read of a document, with its place.
type placed struct {
	packs.Place
	Reading *packs.Reading
}

// readFigures reads the figures of a document.
func readFigures(at string, data []byte) (string, []byte, error) {
	f, err := decode[found](data)
	if err != nil {
		return "", nil, err
	}
	r, err := packs.Read(f.Document)
	if err != nil {
		return "", nil, err
	}
	return at, encode(placed{f.Place, r}), nil
}

// toPack puts a document under its pack.
func toPack(at string, documents func(*[]byte) bool, names func(*string) bool, emit func(string, []byte)) error {
	var document []byte
	var name string
	if !documents(&document) || !names(&name) {
		return fmt.Errorf("pipeline: no document or no pack for %s", at)
	}
	emit(name, document)
	return nil
}

// build builds a pack and writes it.
type build struct{ Out string }

func (b *build) ProcessElement(ctx context.Context, name string, next func(*[]byte) bool, full []byte) ([]byte, error) {
	all, err := collect[placed](next)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b placed) int { return a.Place.Compare(b.Place) })
	readings := make([]*packs.Reading, len(all))
	for i := range all {
		readings[i] = all[i].Reading
	}
	pack, err := packs.Join(ctx, name, readings, full)
	if err != nil {
		return nil, err
	}
	if err := pack.Write(b.Out); err != nil {
		return nil, err
	}
	return encode(outcome{Pack: &pack.Summary}), nil
}

// conclude writes the contents, when all packs are there.
type conclude struct{ Out string }

func (c *conclude) ProcessElement(_ int, next func(*[]byte) bool) error {
	all, err := collect[outcome](next)
	if err != nil {
		return err
	}
	var contents packs.Contents
	for _, o := range all {
		if o.Pack != nil {
			contents.Packs = append(contents.Packs, *o.Pack)
		}
		if o.Refused != nil {
			contents.Refused = append(contents.Refused, *o.Refused)
		}
	}
	return contents.Write(c.Out)
}
