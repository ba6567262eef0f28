// Package chromium sees that the browser tests have what they need: Chromium,
// and the npm packages locked under build/e2e.
//
// On Debian whatever is missing is installed with apt-get; elsewhere the error
// says what to install. The variable CHROMIUM names a browser to use instead.
//
//	path, err := chromium.Find()                       // looks only
//	path, err := chromium.Ensure(ctx, os.Stdout)       // installs if need be
//	err := chromium.EnsureModules(ctx, os.Stdout, dir) // npm ci, if need be
package chromium

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

// errMissing is told with what to do about it.
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

// Find returns the path of a Chromium or Chrome. An error is an errMissing.
func Find() (string, error) {
	if named := os.Getenv(variable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("chromium: %s=%s: %w: %w", variable, named, errMissing, err)
		}
		return path, nil
	}
	for _, name := range append(append([]string{}, names...), places...) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("chromium: %w: on Debian run `make test` or `apt-get install chromium`; "+
		"elsewhere install Chromium or Google Chrome, or set %s to its path", errMissing, variable)
}

// Ensure returns the path of Chromium, installed if it was missing and this is Debian.
func Ensure(ctx context.Context, log io.Writer) (string, error) {
	path, err := Find()
	if err == nil || os.Getenv(variable) != "" || !isDebian() {
		return path, err
	}
	// Fonts come along: without them Chinese is drawn as boxes.
	if err := aptInstall(ctx, log, "chromium", "fonts-noto-cjk"); err != nil {
		return "", err
	}
	return Find()
}
