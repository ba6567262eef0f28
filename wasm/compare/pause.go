package compare

// interrupted carries the error of a pause out of the loops; it never leaves
// the package.
type interrupted struct{ cause error }

// yield is called in every loop over documents, figures or findings. It gives
// way, if there is somebody to give way to.
func (l *library) yield() {
	if l.pause == nil {
		return
	}
	if err := l.pause(); err != nil {
		panic(interrupted{err})
	}
}

// interruptible calls f and returns the error of the pause that ended it.
func interruptible(f func()) (err error) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case interrupted:
			err = fault.cause
		default:
			panic(fault)
		}
	}()
	f()
	return nil
}
