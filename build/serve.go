package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"fenghui/build/hosting"
)

// runServe serves a site until it is interrupted.
func runServe(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("serve [-addr HOST:PORT] [-dir DIR] [-prefix PATH] [-frame-ancestors SOURCES] [-portal]",
		"Serves a site as any server should: types, compressed forms, caching and\n"+
			"security policy. Ctrl-C ends it.", stderr)
	addr := set.String("addr", "127.0.0.1:8080", "`address` to listen at; port 0 takes any free one")
	dir := set.String("dir", "", "`folder` of the site (default "+defaultOut+" of the repository)")
	prefix := set.String("prefix", "/", "`path` to serve it under, like /portal/fenghui/")
	ancestors := set.String("frame-ancestors", "'self'", "`pages` that may show the site in a frame, as in a policy")
	portal := set.Bool("portal", false, "serve a page of somebody else with explorers in it, and the site in its folder fenghui/")
	if err := parse(set, args); err != nil {
		return err
	}
	var err error
	if *dir, err = siteFolder(*dir); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		return fmt.Errorf("no site in %s: build one with `go run -tags ne ./build site`", *dir)
	}
	server := hosting.Site{Dir: *dir, Prefix: *prefix, FrameAncestors: *ancestors}
	if *portal {
		return listen(ctx, *addr, server.Path(), hosting.Portal(*dir, *prefix), stdout)
	}
	return listen(ctx, *addr, server.Path(), server, stdout)
}

// listen serves until ctx ends, and tells its address as soon as it can be reached.
func listen(ctx context.Context, addr, path string, handler http.Handler, stdout io.Writer) error {
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use: stop what listens there, or choose another address, such as -addr 127.0.0.1:0 for any free port", addr)
	}
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	fmt.Fprintf(stdout, "http://%s%s\n", listener.Addr(), path)
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	// Downloads under way may finish, but nobody waits for them long.
	grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return server.Close()
	}
	return nil
}
