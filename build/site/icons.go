package site

import (
	"fmt"

	"fenghui/build/site/icon"
)

// iconFile is the icon of web/. Home screens that want pixels get them drawn
// from it.
const iconFile = "icon.svg"

// iconSizes: 180 for a home screen, 192 and 512 for installed pages.
var iconSizes = []int{180, 192, 512}

// maskableSizes are of icons that a system cuts to its own shape.
var maskableSizes = []int{192, 512}

func iconPNG(size int) string { return fmt.Sprintf("icon-%d.png", size) }

func maskablePNG(size int) string { return fmt.Sprintf("maskable-%d.png", size) }

func (p *plan) addIcons() error {
	drawing, err := icon.Read(p.files[iconFile])
	if err != nil {
		return fmt.Errorf("site: web/%s: %w", iconFile, err)
	}
	for _, size := range iconSizes {
		if err := p.addIcon(iconPNG(size), drawing, size); err != nil {
			return err
		}
	}
	for _, size := range maskableSizes {
		if err := p.addIcon(maskablePNG(size), drawing.Maskable(), size); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) addIcon(name string, drawing icon.Drawing, size int) error {
	data, err := drawing.PNG(size)
	if err != nil {
		return fmt.Errorf("site: icon: %w", err)
	}
	return p.add(name, data)
}
