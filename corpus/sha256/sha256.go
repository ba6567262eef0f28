// Package sha256 is SHA-256 (FIPS 180-4), as crypto/sha256 has it, for names
// of texts and for proof that a copy is undamaged: nothing here is secret.
//
// crypto/sha256 brings a module of cryptography with ciphers and tests of
// itself, a hundredth of what a first visit fetches.
//
//	h := sha256.New()
//	h.Write(data)
//	sum := h.Sum(nil) // sha256.Sum256(data)
package sha256

import (
	"encoding/binary"
	"encoding/hex"
	"math/bits"
)

// Size of a sum, in bytes.
const Size = 32

const blockSize = 64

// Hash takes bytes with Write; it is not for use by several goroutines.
type Hash struct {
	state [8]uint32
	rest  [blockSize]byte // what does not fill a block yet
	held  int             // bytes of it
	total uint64          // bytes in all
}

// New returns a Hash that has no bytes yet.
func New() *Hash {
	return &Hash{state: [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}}
}

// Sum256 is the sum of data.
func Sum256(data []byte) (sum [Size]byte) {
	h := New()
	_, _ = h.Write(data)
	h.Sum(sum[:0])
	return sum
}

// Hex is the sum of data in hexadecimal digits, 2*Size of them.
func Hex(data []byte) string {
	sum := Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Write never fails.
func (h *Hash) Write(data []byte) (int, error) {
	n := len(data)
	h.total += uint64(n)
	if h.held > 0 {
		taken := copy(h.rest[h.held:], data)
		h.held, data = h.held+taken, data[taken:]
		if h.held < blockSize {
			return n, nil
		}
		h.block(h.rest[:])
		h.held = 0
	}
	for ; len(data) >= blockSize; data = data[blockSize:] {
		h.block(data)
	}
	h.held = copy(h.rest[:], data)
	return n, nil
}

// WriteString is Write of the bytes of s, without a copy of all of them.
func (h *Hash) WriteString(s string) {
	h.total += uint64(len(s))
	for len(s) > 0 {
		taken := copy(h.rest[h.held:], s)
		h.held, s = h.held+taken, s[taken:]
		if h.held == blockSize {
			h.block(h.rest[:])
			h.held = 0
		}
	}
}

// Sum appends the sum of what has been written; more may be written then.
func (h *Hash) Sum(to []byte) []byte {
	last := *h
	padding := [blockSize + 8]byte{0x80}
	length := (2*blockSize - 9 - last.held) % blockSize // of the padding, less its first byte
	end := padding[:1+length+8]
	binary.BigEndian.PutUint64(end[1+length:], last.total<<3)
	_, _ = last.Write(end)
	for _, word := range last.state {
		to = binary.BigEndian.AppendUint32(to, word)
	}
	return to
}

// block takes in the first 64 bytes of data.
func (h *Hash) block(data []byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = binary.BigEndian.Uint32(data[4*i:])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-15], w[i-2]
		s0 := bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3
		s1 := bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	a, b, c, d, e, f, g, last := h.state[0], h.state[1], h.state[2], h.state[3], h.state[4], h.state[5], h.state[6], h.state[7]
	for i := range w {
		t1 := last + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) + (e&f ^ ^e&g) + constants[i] + w[i]
		t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b ^ a&c ^ b&c)
		last, g, f, e, d, c, b, a = g, f, e, d+t1, c, b, a, t1+t2
	}
	for i, word := range [8]uint32{a, b, c, d, e, f, g, last} {
		h.state[i] += word
	}
}

// constants are the first 32 bits of the fractions of the cube roots of the
// first 64 primes.
var constants = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}
