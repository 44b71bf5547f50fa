// The channel: one JSON document a line on descriptor 3.
package harness

import (
	"bytes"
	"encoding/json"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
)

const lineLimit = 16 << 20

// Far within the memory limit: recursion without end is to be a death soon, not a struggle for memory.
const stackLimit = 64 << 20

// Ends the process: what can't be answered honestly is not answered.
func giveUp(why string) {
	os.Stderr.WriteString("harness: " + why + "\n")
	os.Exit(70)
}

var unread []byte

// The next line of the host; ends the process when the host has hung up.
func readLine() []byte {
	part := make([]byte, 65536)
	searched := 0
	for {
		if end := bytes.IndexByte(unread[searched:], '\n'); end >= 0 {
			line := unread[:searched+end]
			unread = append([]byte(nil), unread[searched+end+1:]...)
			return line
		}
		searched = len(unread)
		count, err := syscall.Read(3, part)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || count <= 0 {
			os.Exit(0)
		}
		unread = append(unread, part[:count]...)
	}
}

func writeLine(line []byte) {
	if len(line) > lineLimit {
		giveUp("the answer is too large")
	}
	line = append(line, '\n')
	for len(line) > 0 {
		count, err := syscall.Write(3, line)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			giveUp("the channel is closed")
		}
		line = line[count:]
	}
}

// The first line, which says what to serve.
func readOrder(into interface{}) {
	debug.SetMaxStack(stackLimit)
	readMessage(into)
}

func readMessage(into interface{}) {
	decoder := json.NewDecoder(bytes.NewReader(readLine()))
	decoder.UseNumber()
	if decoder.Decode(into) != nil {
		giveUp("the message is not JSON")
	}
}

func sayLoaded() { writeLine([]byte(`{"loaded":true}`)) }

func sayNotLoaded(kind, detail string) {
	writeLine([]byte(`{"loaded":false,"kind":"` + kind + `","detail":` + quoted(detail, 4096) + `}`))
	os.Exit(0)
}

// At most so many bytes of a text, as a JSON string.
func quoted(text string, most int) string {
	if len(text) > most {
		text = text[:most]
	}
	return quote(strings.ToValidUTF8(text, "\uFFFD"))
}

const digits = "0123456789abcdef"

// A JSON string of valid UTF-8.
func quote(text string) string {
	out := make([]byte, 0, len(text)+2)
	out = append(out, '"')
	for index := 0; index < len(text); index++ {
		switch c := text[index]; {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c < 0x20:
			out = append(out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(append(out, '"'))
}
