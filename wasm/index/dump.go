package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
)

// Dump writes what the segment says, in an order that depends on nothing
// else: a line for each term of each field, and on it number:frequency/length
// for each passage. Two builds are equal when their dumps are.
//
//	words 贸易 0:2/41 7:1/18
func (s *Segment) Dump(w io.Writer) error {
	return NewReader([]*Segment{s}, nil).Dump(w)
}

// Dump is Segment.Dump over all segments, with the Reader's numbers and
// without what is deleted.
func (r *Reader) Dump(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, f := range fields {
		var failed error
		err := r.Terms(f, func(term string) bool {
			failed = r.dumpTerm(out, f, term)
			return failed == nil
		})
		if err = errors.Join(err, failed); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (r *Reader) dumpTerm(out *bufio.Writer, field, term string) error {
	t, err := r.TermFieldReader(context.Background(), []byte(term), field, true, false, false)
	if err != nil {
		return err
	}
	if t.Count() == 0 {
		return nil
	}
	fmt.Fprintf(out, "%s %s", field, term)
	for {
		d, err := t.Next(nil)
		if err != nil {
			return err
		}
		if d == nil {
			break
		}
		n, _ := number(d.ID)
		segment, local := r.locate(n)
		fmt.Fprintf(out, " %d:%d/%d", n, d.Freq, r.segments[segment].length(field, uint32(local)))
	}
	return out.WriteByte('\n')
}
