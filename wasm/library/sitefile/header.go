// Package sitefile is the format of the files in which a site carries its
// library. A pack holds the prebuilt index, its dictionary, the figures and who
// is named where; a documents file holds the texts, and a list of the further
// files, by year, in which the rest of a large library lies.
//
//	data, err := sitefile.Documents{List: docs}.Encode()
//	file, err := sitefile.ReadDocuments(data)
//	sections, err := sitefile.DecodePack(pack, hash, false)
package sitefile

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A pack and a documents file are headed files: a magic, the length of the
// header (4 bytes, big-endian), the header as JSON, and a body.

// appendHeader begins a headed file; the body is to be appended.
func appendHeader(magic string, header any) ([]byte, error) {
	head, err := json.Marshal(header)
	if err != nil {
		return nil, err
	}
	return append(binary.BigEndian.AppendUint32([]byte(magic), uint32(len(head))), head...), nil
}

// readHeader reads the header of a headed file into header, and returns the
// body.
func readHeader(data []byte, magic string, header any) (body []byte, err error) {
	if len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil, errors.New("it does not begin like one")
	}
	size := binary.BigEndian.Uint32(data[len(magic):])
	body = data[len(magic)+4:]
	if uint64(size) > uint64(len(body)) {
		return nil, errors.New("its header is cut short")
	}
	if err := json.Unmarshal(body[:size], header); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	return body[size:], nil
}
