package engines

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
)

// socket is the client's end of a WebSocket (RFC 6455), as far as a browser
// that is driven needs one: whole texts in, whole texts out.
type socket struct {
	connection net.Conn
	in         *bufio.Reader
	writing    sync.Mutex
}

// Kinds of frames, and the bits around them.
const (
	frameMore  = 0x0
	frameText  = 0x1
	frameClose = 0x8
	framePing  = 0x9
	framePong  = 0xA
	frameFinal = 0x80
	masked     = 0x80
)

// acceptance is what the other end must make of our key.
const acceptance = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

// maxMessage is more than any answer has.
const maxMessage = 64 << 20

func dial(ctx context.Context, address string) (*socket, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("socket: %w", err)
	}
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", u.Host)
	if err != nil {
		return nil, fmt.Errorf("socket: %w", err)
	}
	s := &socket{connection: connection, in: bufio.NewReader(connection)}
	if err := s.shake(u); err != nil {
		connection.Close()
		return nil, fmt.Errorf("socket: %s: %w", address, err)
	}
	return s, nil
}

// shake asks the server to go over from HTTP to WebSocket.
func (s *socket) shake(u *url.URL) error {
	random := make([]byte, 16)
	rand.Read(random)
	key := base64.StdEncoding.EncodeToString(random)
	_, err := fmt.Fprintf(s.connection, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n",
		u.RequestURI(), u.Host, key)
	if err != nil {
		return err
	}
	response, err := http.ReadResponse(s.in, nil)
	if err != nil {
		return err
	}
	sum := sha1.Sum([]byte(key + acceptance))
	if response.StatusCode != http.StatusSwitchingProtocols || response.Header.Get("Sec-WebSocket-Accept") != base64.StdEncoding.EncodeToString(sum[:]) {
		return fmt.Errorf("no WebSocket: %s", response.Status)
	}
	return nil
}

// write sends one text; a client's frames are masked.
func (s *socket) write(text []byte) error { return s.send(frameText, text) }

func (s *socket) send(kind byte, payload []byte) error {
	frame := []byte{frameFinal | kind}
	switch n := len(payload); {
	case n < 126:
		frame = append(frame, masked|byte(n))
	case n < 1<<16:
		frame = binary.BigEndian.AppendUint16(append(frame, masked|126), uint16(n))
	default:
		frame = binary.BigEndian.AppendUint64(append(frame, masked|127), uint64(n))
	}
	mask := make([]byte, 4)
	rand.Read(mask)
	frame = append(frame, mask...)
	for i, b := range payload {
		frame = append(frame, b^mask[i%4])
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	_, err := s.connection.Write(frame)
	return err
}

// read gives the next text, put together from its frames; pings are answered.
func (s *socket) read() ([]byte, error) {
	var text []byte
	for {
		kind, final, payload, err := s.frame()
		if err != nil {
			return nil, err
		}
		switch kind {
		case frameClose:
			return nil, io.EOF
		case framePing:
			if err := s.send(framePong, payload); err != nil {
				return nil, err
			}
		case frameText, frameMore:
			if text = append(text, payload...); final {
				return text, nil
			}
		}
	}
}

func (s *socket) frame() (kind byte, final bool, payload []byte, err error) {
	head := make([]byte, 2)
	if _, err = io.ReadFull(s.in, head); err != nil {
		return 0, false, nil, err
	}
	size := uint64(head[1] &^ masked)
	if extra := map[uint64]int{126: 2, 127: 8}[size]; extra > 0 {
		long := make([]byte, 8)
		if _, err = io.ReadFull(s.in, long[8-extra:]); err != nil {
			return 0, false, nil, err
		}
		size = binary.BigEndian.Uint64(long)
	}
	if head[1]&masked != 0 || size > maxMessage {
		return 0, false, nil, errors.New("a frame no server may send")
	}
	payload = make([]byte, size)
	_, err = io.ReadFull(s.in, payload)
	return head[0] & 0xF, head[0]&frameFinal != 0, payload, err
}

func (s *socket) close() { _ = s.connection.Close() }
