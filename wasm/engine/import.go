package engine

import (
	"context"
	"errors"
	"strings"

	"fenghui/wasm/library"
	"fenghui/wasm/store"
)

// importFiles imports or inspects the files that the page could read. Its
// answer also lists the others, in the order of the request.
func importFiles(ctx context.Context, l *library.Library, c call, args ImportArgs) (ImportAnswer, error) {
	take := l.Import
	if args.Inspect {
		take = l.Inspect
	}
	results, err := take(ctx, readable(args.Files), c.progress)
	if err != nil {
		return ImportAnswer{}, err
	}
	answer := ImportAnswer{Files: []ImportResult{}}
	if !args.More && !args.Inspect {
		after := state(l)
		answer.Library = &after
	}
	for _, f := range args.Files {
		if f.Refused != "" {
			answer.Files = append(answer.Files, ImportResult{Name: f.Name, Status: library.Refused, Reason: f.Refused, Detail: f.Detail})
			continue
		}
		answer.Files = append(answer.Files, importResult(results[0], args.Inspect))
		results = results[1:]
	}
	return answer, nil
}

func readable(all []ImportFile) (files []library.File) {
	for _, f := range all {
		if f.Refused != "" {
			continue
		}
		file := library.File{Name: f.Name, Text: f.Text}
		if f.Amend != nil {
			file.Amend = library.Amendment(*f.Amend)
		}
		files = append(files, file)
	}
	return files
}

func importResult(r library.Result, inspected bool) ImportResult {
	result := ImportResult{Name: r.Name, Status: r.Status, ID: r.ID, Reason: r.Reason, Detail: r.Detail, Similar: (*Similar)(r.Similar)}
	if r.Quota != nil {
		result.Need, result.Used = r.Quota.Need, r.Quota.Used
	}
	for _, remark := range r.Remarks {
		result.Remarks = append(result.Remarks, Remark(remark))
	}
	if inspected && r.Document != nil {
		read := head(r.Document)
		result.Head = &read
	}
	return result
}

func export(ctx context.Context, l *library.Library, _ call, _ none) (ExportAnswer, error) {
	var file strings.Builder
	n, err := l.Export(ctx, &file)
	return ExportAnswer{Records: n, Text: file.String()}, err
}

func restore(ctx context.Context, l *library.Library, c call, args RestoreArgs) (RestoreAnswer, error) {
	told, err := l.Restore(ctx, args.Text, args.Partly, c.progress)
	answer := RestoreAnswer{Records: told.Records, Readable: told.Readable, Added: told.Added, Known: told.Known, Damaged: told.Damaged, Library: state(l)}
	switch {
	case errors.Is(err, library.ErrBadExport):
		answer.Refused = err.Error()
	case ctx.Err() != nil && told.Added > 0:
		answer.Stopped = library.Cancelled
	case errors.Is(err, store.ErrQuota):
		answer.Stopped = library.NoRoom
	case err != nil && told.Added > 0:
		answer.Stopped = library.NotSaved
	default:
		return answer, err
	}
	return answer, nil
}
