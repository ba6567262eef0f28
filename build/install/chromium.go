// Package install finds the programs and npm packages that tests in browsers
// need, and installs on Debian, with apt-get, what is missing; elsewhere the error
// says what to install. The variable CHROMIUM names a Chromium to use instead.
//
//	path, err := install.FindChromium()                          // only looks
//	path, err := install.Chromium(ctx, os.Stdout)                // installs it if it is missing
//	path, err := install.Command(ctx, os.Stdout, "Xvfb", "xvfb") // the same for any other program
//	err := install.Modules(ctx, os.Stdout, dir)                  // and for npm packages
package install

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// variable is the environment variable that names the browser to use.
const variable = "CHROMIUM"

// errMissing is wrapped with what to do about it.
var errMissing = errors.New("no Chromium found")

// names are tried in the PATH, places after them.
var (
	names  = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}
	places = []string{
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		`C:\Program Files\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
	}
)

// FindChromium returns the path of a Chromium or Chrome, or an error that says how
// to get one.
func FindChromium() (string, error) {
	if named := os.Getenv(variable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("install: %s=%s: %w: %w", variable, named, errMissing, err)
		}
		return path, nil
	}
	for _, name := range append(append([]string{}, names...), places...) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("install: %w: on Debian run `make test` or `apt-get install chromium`; "+
		"elsewhere install Chromium or Google Chrome, or set %s to its path", errMissing, variable)
}

// Chromium returns the path of Chromium, installed if it was missing and this is Debian.
func Chromium(ctx context.Context, log io.Writer) (string, error) {
	path, err := FindChromium()
	if err == nil || os.Getenv(variable) != "" || !isDebian() {
		return path, err
	}
	// Fonts come along: without them Chinese is drawn as boxes.
	if err := aptInstall(ctx, log, "chromium", "fonts-noto-cjk"); err != nil {
		return "", err
	}
	return FindChromium()
}
