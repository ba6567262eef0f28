// Package talk is an invented protocol: a lending desk.
package talk

import "fenghui/shapes"

// ProtocolVersion is counted up.
//
//	1: first
//	2: returns
const ProtocolVersion = 2

// Op names what is asked.
type Op string

const (
	OpLend     Op = "lend" // LendArgs -> Receipt
	OpGiveBack Op = "give-back"
)

// shelf is ours alone.
const shelf = 12

// What can be wrong.
const (
	ErrLost   = "lost"   // nobody knows where it is
	ErrOnLoan = "onloan" // somebody does: */ not the end
)

// LendArgs asks for a book.
type LendArgs struct {
	// Title of the book,
	// as printed.
	Title string `json:"title"`
	Pages []int  `json:"pages,omitempty"` // empty: all
	Until *Day   `json:"until"`
	inner int    `json:"-"`
}

// Day is a date.
type Day struct {
	Year int            `json:"year"`
	By   map[string]Day `json:"by,omitempty"`
}

// Receipt is proof.
type Receipt struct {
	Kind shapes.Kind  `json:"kind"`
	Plan *shapes.Plan `json:"plan,omitempty"`
	Any  any          `json:"any,omitempty"`
	Fee  float64      `json:"fee"`
	Paid bool         `json:"paid"`
}
