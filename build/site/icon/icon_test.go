package icon

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
)

func TestIconIsDrawnFromItsFile(t *testing.T) {
	svg, err := os.ReadFile("../testdata/web/icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	icon, err := Read(svg)
	if err != nil {
		t.Fatal(err)
	}
	img := pixels(t, icon, 80) // ten to a square
	for _, c := range []struct {
		name string
		x, y int
		want color.NRGBA
	}{
		{"a round corner", 0, 0, color.NRGBA{}}, {"the other corner", 79, 79, color.NRGBA{}}, {"beside the corner", 20, 0, red},
		{"the ground", 10, 40, red}, {"the bar", 20, 20, white}, {"its end", 39, 59, white}, {"after its end", 40, 59, red},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := color.NRGBAModel.Convert(img.At(c.x, c.y)); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

var red, white = color.NRGBA{0xa1, 0x2c, 0x1c, 0xff}, color.NRGBA{0xff, 0xff, 0xff, 0xff}

func pixels(t *testing.T, icon Drawing, size int) image.Image {
	t.Helper()
	data, err := icon.PNG(size)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestAMaskableIconHasGroundToItsEdges(t *testing.T) {
	svg, err := os.ReadFile("../testdata/web/icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	icon, err := Read(svg)
	if err != nil {
		t.Fatal(err)
	}
	img := pixels(t, icon.Maskable(), 100) // the bar is 20 wide and 40 high, from 30, 30
	for at, want := range map[image.Point]color.NRGBA{{X: 0, Y: 0}: red, {X: 99, Y: 99}: red, {X: 29, Y: 40}: red,
		{X: 31, Y: 31}: white, {X: 49, Y: 69}: white, {X: 51, Y: 40}: red} {
		if got := color.NRGBAModel.Convert(img.At(at.X, at.Y)); got != want {
			t.Errorf("%v is %v, want %v", at, got, want)
		}
	}
}

func TestIconsThatCannotBeDrawn(t *testing.T) {
	for _, c := range []struct{ name, svg, want string }{
		{"no file", "", "needed"},
		{"not XML", "<svg", "XML"},
		{"no size", `<svg><rect width="1" height="1" fill="#ffffff"/></svg>`, "needed"},
		{"nothing in it", `<svg width="8"/>`, "needed"},
		{"a circle", `<svg width="8"><circle r="2"/></svg>`, "<circle> cannot be drawn"},
		{"a width in per cent", `<svg width="100%"/>`, "100%"},
		{"a named colour", `<svg width="8"><rect width="8" height="8" fill="red"/></svg>`, "red is not a colour"},
		{"no colour", `<svg width="8"><rect width="8" height="8"/></svg>`, "not a colour"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read([]byte(c.svg)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// The icon of the real page must be one of those that can.
func TestIconOfThePage(t *testing.T) {
	svg, err := os.ReadFile("../../../web/icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(svg); err != nil {
		t.Error(err)
	}
}
