// A candidate that listens by itself: whatever port it chose is joined to the one that the tests use.
package harness

import (
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

func serveMain(function interface{}, address string) {
	run, isMain := function.(func())
	if !isMain {
		sayNotLoaded("missing-function", "the file defines no function newHandler() http.Handler")
	}
	go run()
	for patience := 0; patience < 200; patience++ {
		if port := ownPort(); port != "" {
			if _, wanted, _ := net.SplitHostPort(address); port != wanted {
				join(address, net.JoinHostPort("localhost", port))
			}
			sayLoaded()
			select {}
		}
		time.Sleep(20 * time.Millisecond)
	}
	sayNotLoaded("not-listening", "the file defines no function newHandler() http.Handler, and its main listens nowhere")
}

// The port of the first socket of this process that listens.
func ownPort() string {
	own := map[string]bool{}
	descriptors, _ := os.ReadDir("/proc/self/fd")
	for _, each := range descriptors {
		if target, err := os.Readlink("/proc/self/fd/" + each.Name()); err == nil {
			own[strings.TrimSuffix(strings.TrimPrefix(target, "socket:["), "]")] = true
		}
	}
	for _, table := range []string{"/proc/self/net/tcp", "/proc/self/net/tcp6"} {
		content, _ := os.ReadFile(table)
		for _, line := range strings.Split(string(content), "\n") {
			// sl local_address rem_address st … uid timeout inode; state 0A listens
			fields := strings.Fields(line)
			if len(fields) < 10 || fields[3] != "0A" || !own[fields[9]] {
				continue
			}
			_, digits, _ := strings.Cut(fields[1], ":")
			if port, err := strconv.ParseUint(digits, 16, 16); err == nil {
				return strconv.FormatUint(port, 10)
			}
		}
	}
	return ""
}

func join(address, target string) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		sayNotLoaded("not-listening", err.Error())
	}
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				giveUp(err.Error())
			}
			go relay(client, target)
		}
	}()
}

func relay(client net.Conn, target string) {
	server, err := net.Dial("tcp", target)
	if err != nil {
		client.Close()
		return
	}
	go func() {
		io.Copy(server, client)
		server.(*net.TCPConn).CloseWrite()
	}()
	io.Copy(client, server)
	client.Close()
	server.Close()
}
