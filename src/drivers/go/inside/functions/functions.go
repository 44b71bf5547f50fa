// Serves calls to the candidate's functions.
package harness

import (
	"reflect"
	"strings"
)

type offered struct {
	Name       string
	Parameters int
	// A nil result of this function means that there is none.
	Nullable bool
}

type failure struct{ kind, message string }

// Serve answers calls until the host hangs up. `table`: the functions in the order of the load message, nil where there is none.
func Serve(table []interface{}) {
	var order struct {
		Load struct{ Functions []offered }
	}
	readOrder(&order)
	functions := map[string]reflect.Value{}
	nullable := map[string]bool{}
	for index, each := range order.Load.Functions {
		function := reflect.ValueOf(table[index])
		if problem := unfit(function, each); problem != "" {
			sayNotLoaded("missing-function", problem)
		}
		functions[each.Name] = function
		nullable[each.Name] = each.Nullable
	}
	sayLoaded()
	for {
		var call struct {
			Id   string
			Call string
			Args []interface{}
		}
		readMessage(&call)
		function, isThere := functions[call.Call]
		if !isThere || len(call.Args) != function.Type().NumIn() {
			giveUp("a call that does not fit a function of the task: " + call.Call)
		}
		arguments := make([]reflect.Value, len(call.Args))
		for index, value := range call.Args {
			arguments[index] = argument(value, function.Type().In(index))
		}
		writeLine(answer(call.Id, function, arguments, nullable[call.Call]))
	}
}

func unfit(function reflect.Value, wanted offered) string {
	if !function.IsValid() {
		return "the file defines no function " + wanted.Name
	}
	if function.Kind() != reflect.Func || function.IsNil() {
		return wanted.Name + " is not a function"
	}
	if function.Type().NumIn() != wanted.Parameters {
		return wanted.Name + " has other parameters than the task gives it: " + function.Type().String()
	}
	return ""
}

func answer(id string, function reflect.Value, arguments []reflect.Value, nullable bool) []byte {
	out := []byte(`{"id":` + quote(id) + `,`)
	results, failed := invoke(function, arguments)
	if failed == nil {
		var value []byte
		if value, failed = encoded(results, nullable); failed == nil {
			return append(append(append(out, `"ok":`...), value...), '}')
		}
	}
	return append(out, `"raised":{"type":`+quoted(failed.kind, 200)+`,"message":`+quoted(failed.message, 4096)+`}}`...)
}

// Calls in a goroutine of its own, which the candidate may end. A last result that is an error says whether the call failed.
func invoke(function reflect.Value, arguments []reflect.Value) (results []reflect.Value, failed *failure) {
	done := make(chan bool)
	go func() {
		finished := false
		defer func() {
			if problem := recover(); !finished {
				results, failed = nil, describe(problem)
			}
			close(done)
		}()
		if function.Type().IsVariadic() {
			results = function.CallSlice(arguments)
		} else {
			results = function.Call(arguments)
		}
		results, failed = withoutError(results)
		finished = true
	}()
	<-done
	return results, failed
}

var errorType = reflect.TypeOf((*error)(nil)).Elem()

func withoutError(results []reflect.Value) ([]reflect.Value, *failure) {
	last := len(results) - 1
	if last < 0 || !results[last].Type().Implements(errorType) {
		return results, nil
	}
	switch problem := results[last]; problem.Kind() {
	case reflect.Interface, reflect.Ptr, reflect.Slice, reflect.Map, reflect.Func:
		if problem.IsNil() {
			return results[:last], nil
		}
	}
	return nil, describe(results[last].Interface())
}

// In the words of an error or a panic. An error's own method may panic in turn.
func describe(problem interface{}) (said *failure) {
	if problem == nil {
		return &failure{"Goexit", "the goroutine ended without a result"}
	}
	kind := strings.ReplaceAll(strings.TrimPrefix(reflect.TypeOf(problem).String(), "*"), "candidate.", "")
	said = &failure{kind, ""}
	defer func() {
		if recover() != nil {
			said = &failure{kind, "its message could not be had"}
		}
	}()
	switch problem := problem.(type) {
	case error:
		said.message = problem.Error()
	case string:
		said = &failure{"panic", problem}
	}
	return said
}

func encoded(results []reflect.Value, nullable bool) (out []byte, failed *failure) {
	defer func() {
		problem := recover()
		if why, isOurs := problem.(notJSON); isOurs {
			out, failed = nil, &failure{"TypeError", string(why)}
		} else if problem != nil {
			panic(problem)
		}
	}()
	switch len(results) {
	case 0:
		return []byte("null"), nil
	case 1:
		if kind := results[0].Kind(); nullable && (kind == reflect.Slice || kind == reflect.Map) && results[0].IsNil() {
			return []byte("null"), nil
		}
		return encode(nil, results[0], 0), nil
	}
	out = []byte{'['}
	for index, each := range results {
		if index > 0 {
			out = append(out, ',')
		}
		out = encode(out, each, 1)
	}
	return append(out, ']'), nil
}
