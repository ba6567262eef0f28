package engines

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// driver speaks classic WebDriver with a driver program at an address.
type driver struct {
	address string // with the session, once there is one
	browser string
	stop    func()
	said    func(ctx context.Context) ([]string, error) // errors of the console; nil where they are not told

	severest []string // told so far, by chromedriver
}

// newDriver begins a session. Stop ends what was started for it.
func newDriver(ctx context.Context, address, label string, capabilities map[string]any, stop func()) (*driver, error) {
	d := &driver{address: address, stop: stop}
	var session struct {
		ID           string `json:"sessionId"`
		Capabilities struct {
			Version string `json:"browserVersion"`
		}
	}
	body := map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}
	if err := d.call(ctx, http.MethodPost, "/session", body, &session); err != nil {
		stop()
		return nil, err
	}
	d.browser = label + " " + session.Capabilities.Version
	d.address += "/session/" + session.ID
	if err := d.call(ctx, http.MethodPost, "/timeouts", map[string]int64{"script": patience.Milliseconds()}, nil); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// call sends one command; answer may be nil.
func (d *driver) call(ctx context.Context, method, path string, body, answer any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("webdriver: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, method, d.address+path, bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("webdriver: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("webdriver: %w", err)
	}
	defer response.Body.Close()
	var told struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&told); err != nil {
		return fmt.Errorf("webdriver: %s: %w", path, err)
	}
	if response.StatusCode != http.StatusOK {
		var failure struct{ Error, Message string }
		_ = json.Unmarshal(told.Value, &failure)
		return fmt.Errorf("webdriver: %s: %s: %.200s", path, failure.Error, failure.Message)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(told.Value, answer)
}

func (d *driver) name() string { return d.browser }

func (d *driver) open(ctx context.Context, url string) error {
	return d.call(ctx, http.MethodPost, "/url", map[string]string{"url": url}, nil)
}

func (d *driver) reload(ctx context.Context) error {
	return d.call(ctx, http.MethodPost, "/refresh", struct{}{}, nil)
}

// outcome wraps an expression so that its value, or what it threw, comes back
// as JSON.
const outcome = `(async () => (%s))().then((value) => JSON.stringify({ value: value ?? null }), (error) => JSON.stringify({ error: String(error) }))`

func (d *driver) eval(ctx context.Context, js string) (string, error) {
	script := "const done = arguments[arguments.length - 1]; " + fmt.Sprintf(outcome, js) + ".then(done)"
	var text string
	if err := d.call(ctx, http.MethodPost, "/execute/async", map[string]any{"script": script, "args": []any{}}, &text); err != nil {
		return "", err
	}
	return unwrap(text)
}

// unwrap reads what outcome gave.
func unwrap(text string) (string, error) {
	var told struct {
		Value json.RawMessage
		Error string
	}
	if err := json.Unmarshal([]byte(text), &told); err != nil {
		return "", fmt.Errorf("engines: %w", err)
	}
	if told.Error != "" {
		return "", fmt.Errorf("the page threw %s", told.Error)
	}
	return string(told.Value), nil
}

func (d *driver) complaints(ctx context.Context) ([]string, bool) {
	if d.said == nil {
		return nil, false
	}
	list, err := d.said(ctx)
	if err != nil {
		list = append(list, err.Error())
	}
	return list, true
}

// severe asks chromedriver for the errors of the console, which no standard
// has. It tells each once.
func (d *driver) severe(ctx context.Context) ([]string, error) {
	var entries []struct{ Level, Message string }
	err := d.call(ctx, http.MethodPost, "/se/log", map[string]string{"type": "browser"}, &entries)
	for _, e := range entries {
		if e.Level == "SEVERE" {
			d.severest = append(d.severest, e.Message)
		}
	}
	return slices.Clone(d.severest), err
}

func (d *driver) close() {
	_ = d.call(context.Background(), http.MethodDelete, "", struct{}{}, nil)
	d.stop()
}
