package engines

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// echo answers a WebSocket: every text comes back in two frames, with a ping
// between them.
func echo(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		connection, stream, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer connection.Close()
		sum := sha1.Sum([]byte(r.Header.Get("Sec-WebSocket-Key") + acceptance))
		stream.WriteString("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
			base64.StdEncoding.EncodeToString(sum[:]) + "\r\n\r\n")
		stream.Flush()
		s := &socket{connection: connection, in: stream.Reader}
		for {
			text, err := s.fromClient()
			if err != nil {
				return
			}
			half := len(text) / 2
			connection.Write(frame(frameText, text[:half]))
			connection.Write(frame(frameFinal|framePing, []byte("there?")))
			if answer, err := s.fromClient(); err != nil || string(answer) != "there?" {
				t.Errorf("to a ping: %q, %v", answer, err)
			}
			connection.Write(frame(frameFinal|frameMore, text[half:]))
		}
	}))
	t.Cleanup(server.Close)
	return "ws" + strings.TrimPrefix(server.URL, "http")
}

// frame is one as servers send them.
func frame(head byte, payload []byte) []byte {
	f := []byte{head, 127}
	return append(binary.BigEndian.AppendUint64(f, uint64(len(payload))), payload...)
}

// fromClient reads one frame of a client, which is masked.
func (s *socket) fromClient() ([]byte, error) {
	head, err := s.in.Peek(2)
	if err != nil {
		return nil, err
	}
	if head[1]&masked == 0 {
		return nil, http.ErrNotSupported
	}
	size, skip := int(head[1]&^masked), 2
	switch size {
	case 126:
		long, _ := s.in.Peek(4)
		size, skip = int(binary.BigEndian.Uint16(long[2:])), 4
	case 127:
		long, _ := s.in.Peek(10)
		size, skip = int(binary.BigEndian.Uint64(long[2:])), 10
	}
	whole := make([]byte, skip+4+size)
	for read := 0; read < len(whole); {
		n, err := s.in.Read(whole[read:])
		if err != nil {
			return nil, err
		}
		read += n
	}
	mask, payload := whole[skip:skip+4], whole[skip+4:]
	for i := range payload {
		payload[i] ^= mask[i%4]
	}
	return payload, nil
}

func TestTextsOfAnyLengthGoThere(t *testing.T) {
	s, err := dial(t.Context(), echo(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := s.connection.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err) // a length that is misunderstood would be waited for
	}
	for _, size := range []int{0, 1, 125, 126, 65_535, 65_536, 1_000_000} {
		sent := bytes.Repeat([]byte("x"), size)
		if err := s.write(sent); err != nil {
			t.Fatal(err)
		}
		if got, err := s.read(); err != nil || !bytes.Equal(got, sent) {
			t.Errorf("%d bytes came back as %d, %v", size, len(got), err)
		}
	}
}

func TestWhatNoServerMaySendIsRefused(t *testing.T) {
	large := binary.BigEndian.AppendUint64([]byte{frameFinal | frameText, 127}, maxMessage+1)
	for name, sent := range map[string][]byte{
		"a masked frame":      {frameFinal | frameText, masked | 1, 0, 0, 0, 0, 'x'},
		"a frame too large":   large,
		"a frame cut short":   {frameFinal | frameText, 2, 'x'},
		"half a length":       {frameFinal | frameText, 126, 0},
		"the end of the talk": {frameFinal | frameClose, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := &socket{in: bufio.NewReader(bytes.NewReader(sent))}
			if got, err := s.read(); err == nil {
				t.Errorf("it is read as %q", got)
			}
		})
	}
}

func TestWhatIsNoWebSocketIsRefused(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	if _, err := dial(t.Context(), "ws"+strings.TrimPrefix(server.URL, "http")); err == nil || !strings.Contains(err.Error(), "no WebSocket: 404") {
		t.Errorf("got %v", err)
	}
}
