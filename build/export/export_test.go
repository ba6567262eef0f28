package export

import (
	"testing"
)

func TestSimplified(t *testing.T) {
	t.Log(len(simplified()), simplified()[:5])
	data, _ := Index(0)
	t.Log(len(data))
}
