package sha256

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand"
	"testing"
)

func TestSumsAreThoseOfTheStandardLibrary(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	data := make([]byte, 300)
	random.Read(data)
	for n := range data {
		if got, want := Sum256(data[:n]), sha256.Sum256(data[:n]); got != want {
			t.Fatalf("%d bytes: %x, want %x", n, got, want)
		}
		if got, want := Hex(data[:n]), fmt.Sprintf("%x", sha256.Sum256(data[:n])); got != want {
			t.Fatalf("%d bytes: %s, want %s", n, got, want)
		}
	}
}

func TestBytesMayComeInPieces(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	for range 200 {
		got, want := New(), sha256.New()
		for range random.Intn(20) {
			piece := make([]byte, random.Intn(200))
			random.Read(piece)
			_, _ = got.Write(piece)
			_, _ = want.Write(piece)
			if !bytes.Equal(got.Sum(nil), want.Sum(nil)) {
				t.Fatal("another sum")
			}
		}
	}
}

// Whatever the bytes, and wherever they are cut in two.
func FuzzSums(f *testing.F) {
	f.Add([]byte("区域合作"), 5)
	f.Add(make([]byte, 64), 64)
	f.Add(make([]byte, 119), 55)
	f.Fuzz(func(t *testing.T, data []byte, at int) {
		h := New()
		cut := max(0, min(at, len(data)))
		_, _ = h.Write(data[:cut])
		h.WriteString(string(data[cut:]))
		want := sha256.Sum256(data)
		if got := h.Sum(nil); !bytes.Equal(got, want[:]) || Sum256(data) != want {
			t.Fatalf("%x, want %x", got, want)
		}
	})
}

func BenchmarkSum256(b *testing.B) {
	data := make([]byte, 1<<20)
	for name, sum := range map[string]func([]byte) [Size]byte{"ours": Sum256, "theirs": sha256.Sum256} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				sum(data)
			}
		})
	}
}
