// Package engines runs the main scenarios of the page in three browser
// engines: Chromium and WebKitGTK by WebDriver, Firefox by WebDriver BiDi. The
// tests of build/e2e go much deeper, but in Chromium alone.
//
// What an engine's automation cannot do is told as such, with the reason.
//
//	table, err := engines.Run(ctx, "build/out", "", os.Stderr)
//	fmt.Print(table)
package engines

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// patience is how long any one step may take.
const patience = 90 * time.Second

// engine is a browser with one tab.
type engine interface {
	// name tells which browser it is, and its version.
	name() string
	open(ctx context.Context, url string) error
	reload(ctx context.Context) error
	// eval gives the JSON of what a JavaScript expression comes to; it may contain await.
	eval(ctx context.Context, js string) (string, error)
	// complaints are the errors of the console, if the automation tells them.
	complaints(ctx context.Context) (list []string, told bool)
	close()
}

// launch starts an engine, and on Debian installs what it needs.
type launch func(ctx context.Context, log io.Writer) (engine, error)

var launches = []struct {
	name   string
	launch launch
}{{"Chromium", launchChromium}, {"Firefox", launchFirefox}, {"WebKitGTK", launchWebKit}}

// Run runs all scenarios in all engines, or in the only one named, on the site
// in dir. An error says that something failed which the automation can do; the
// table has the rest.
func Run(ctx context.Context, dir, only string, log io.Writer) (Table, error) {
	t := Table{Scenarios: scenarioNames()}
	var failed error
	for _, l := range launches {
		if only != "" && only != l.name {
			continue
		}
		fmt.Fprintf(log, "browsers: %s\n", l.name)
		column, err := runOne(ctx, l.launch, l.name, dir, log)
		failed = errors.Join(failed, err)
		t.Columns = append(t.Columns, column)
	}
	if len(t.Columns) == 0 {
		return t, fmt.Errorf("engines: no engine is called %s", only)
	}
	return t, failed
}

func runOne(ctx context.Context, start launch, name, dir string, log io.Writer) (Column, error) {
	e, err := start(ctx, log)
	if err != nil {
		column := Column{Engine: name}
		for range scenarios {
			column.Cells = append(column.Cells, Cell{Failed: true, Told: "not started"})
		}
		return column, fmt.Errorf("engines: %s: %w", name, err)
	}
	defer e.close()
	return play(ctx, e, dir)
}

// value runs js and reads what it comes to.
func value[T any](ctx context.Context, e engine, js string) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var v T
	text, err := e.eval(ctx, js)
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(text), &v)
}
