package site

import (
	"encoding/json"
	"fmt"
)

// fillManifest adds the icons in pixels to the web app manifest of web/. Its
// addresses are relative to itself, so the site can stand under any path.
func fillManifest(template, base string) ([]byte, error) {
	text, err := fillIn(manifestFile, template, map[string]string{"lang": language, "base": base})
	if err != nil {
		return nil, err
	}
	var m map[string]any
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("site: web/%s: %w", manifestFile, err)
	}
	icons, ok := m["icons"].([]any)
	if !ok {
		return nil, fmt.Errorf("site: web/%s: no list of icons", manifestFile)
	}
	add := func(name string, size int, purpose string) {
		icons = append(icons, map[string]string{
			"src": base + name, "sizes": fmt.Sprintf("%dx%[1]d", size), "type": "image/png", "purpose": purpose,
		})
	}
	for _, size := range iconSizes {
		add(iconPNG(size), size, "any")
	}
	for _, size := range maskableSizes {
		add(maskablePNG(size), size, "maskable")
	}
	m["icons"] = icons
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("site: manifest: %w", err)
	}
	return append(data, '\n'), nil
}
