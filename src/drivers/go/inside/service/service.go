// Serves the candidate's handler, or what its own main listens with.
package harness

import (
	"net"
	"net/http"
	"reflect"
	"strconv"
)

// Serve puts a service on the port of the load message. `table`: newHandler and main, nil where there is none.
func Serve(table []interface{}) {
	var order struct {
		Load struct{ Port int }
	}
	readOrder(&order)
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(order.Load.Port))
	if table[0] == nil && table[1] != nil {
		serveMain(table[1], address)
	}
	handler := handlerOf(table[0])
	listener, err := net.Listen("tcp", address)
	if err != nil {
		sayNotLoaded("not-listening", err.Error())
	}
	sayLoaded()
	giveUp(http.Serve(listener, handler).Error())
}

// What newHandler yields; it may yield an error besides.
func handlerOf(function interface{}) http.Handler {
	maker := reflect.ValueOf(function)
	if !maker.IsValid() || maker.Kind() != reflect.Func || maker.Type().NumIn() != 0 || maker.Type().NumOut() == 0 {
		sayNotLoaded("missing-function", "the file defines no function newHandler() http.Handler")
	}
	defer func() {
		if problem := recover(); problem != nil {
			sayNotLoaded("import", "newHandler panicked: "+wordsOf(problem))
		}
	}()
	results := maker.Call(nil)
	if len(results) > 1 {
		if problem, isError := results[len(results)-1].Interface().(error); isError && problem != nil {
			sayNotLoaded("import", "newHandler failed: "+problem.Error())
		}
	}
	handler, isHandler := results[0].Interface().(http.Handler)
	if function, isFunction := results[0].Interface().(func(http.ResponseWriter, *http.Request)); isFunction {
		handler, isHandler = http.HandlerFunc(function), true
	}
	if !isHandler {
		sayNotLoaded("import", "newHandler returned no handler")
	}
	return handler
}

func wordsOf(problem interface{}) string {
	switch problem := problem.(type) {
	case error:
		return problem.Error()
	case string:
		return problem
	}
	return reflect.TypeOf(problem).String()
}
