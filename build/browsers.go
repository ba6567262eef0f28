package main

import (
	"context"
	"fmt"
	"io"

	"fenghui/build/engines"
)

// runBrowsers tries the page in three engines.
func runBrowsers(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("browsers [-dir DIR] [-only ENGINE]", "Tries the main scenarios in Chromium, Firefox and WebKitGTK, which are installed on\n"+
		"Debian, and prints what became of them.", stderr)
	dir := set.String("dir", "", "`folder` of the site (default "+defaultOut+" of the repository)")
	only := set.String("only", "", "`engine` to try alone: Chromium, Firefox or WebKitGTK")
	if err := parse(set, args); err != nil {
		return err
	}
	var err error
	if *dir, err = siteFolder(*dir); err != nil {
		return err
	}
	table, err := engines.Run(ctx, *dir, *only, stderr)
	fmt.Fprint(stdout, table)
	passed, failed, without := table.Count()
	fmt.Fprintf(stdout, "%d passed, %d failed, %d not to be had\n", passed, failed, without)
	return err
}
