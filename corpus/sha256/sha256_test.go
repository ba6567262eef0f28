package sha256

import (
	"bytes"
	"crypto/sha256"
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

func BenchmarkSum256(b *testing.B) {
	data := make([]byte, 1<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Sum256(data)
	}
}
