// Package budget weighs the real program. It is a package of its own because
// it compiles and compresses, which is slow the first time after a change:
// `make unit` leaves it out, `make check` does not.
//
//	go test -tags ne -v ./build/site/budget
package budget
