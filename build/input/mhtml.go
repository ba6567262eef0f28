package input

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// pageOf is the first page or text in what a browser has saved as one file.
func pageOf(data []byte) ([]byte, bool) {
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil || message.Header.Get("MIME-Version") == "" {
		return nil, false
	}
	kind, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, false
	}
	if !strings.HasPrefix(kind, "multipart/") {
		return plainPart(kind, message.Header.Get("Content-Transfer-Encoding"), message.Body)
	}
	for parts := multipart.NewReader(message.Body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil, false
		}
		if page, ok := plainPart(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part); ok {
			return page, true
		}
	}
}

func plainPart(kind, encoding string, body io.Reader) ([]byte, bool) {
	if !strings.HasPrefix(kind, "text/html") && !strings.HasPrefix(kind, "text/plain") {
		return nil, false
	}
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	page, err := io.ReadAll(body)
	return page, err == nil
}
