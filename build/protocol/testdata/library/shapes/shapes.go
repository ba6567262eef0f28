// Package shapes belongs to nobody in particular.
package shapes

// Kind of a shape.
type Kind string

// Plan of a room.
type Plan struct {
	Rooms []Plan `json:"rooms,omitempty"` // inside this one
}

// Unused is not part of any message.
type Unused struct{ At chan int }
