package figure

// Version changes whenever the rules read any text otherwise than before.
// Figures that were kept are then read again. A test compares the figures of
// our records and of testdata/elsewhere and asks for a new version when they
// changed.
//
//	1: first
const Version = 1
