package engines

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"sync"
)

// consoleLines take what MiniBrowser writes, the console's messages among it.
type consoleLines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (c *consoleLines) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(p)
}

// consoleError begins a line like "CONSOLE JS ERROR TypeError: …".
var consoleError = regexp.MustCompile(`^CONSOLE \w+ ERROR `)

func (c *consoleLines) errors(context.Context) (list []string, _ error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for line := range strings.Lines(c.text.String()) {
		if consoleError.MatchString(line) {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list, nil
}
