// From what the host sent to what the candidate's parameters take.
package harness

import (
	"encoding/base64"
	"encoding/json"
	"math/big"
	"reflect"
	"strconv"
)

// Our own: the package's is a variable that a candidate could set.
var base64Text = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

// A value that does not fit its parameter ends the process: an answer would look like the candidate's.
func misfit(value interface{}, kind reflect.Type) {
	text, _ := json.Marshal(value)
	if len(text) > 200 {
		text = text[:200]
	}
	giveUp("the argument " + string(text) + " does not fit a parameter of type " + kind.String())
}

// What a tagged value stands for: its only member, where it has the tag.
func tagged(value interface{}, tag string) (string, bool) {
	object, _ := value.(map[string]interface{})
	if len(object) != 1 {
		return "", false
	}
	text, isText := object[tag].(string)
	return text, isText
}

func taggedBytes(value interface{}) ([]byte, bool) {
	text, isTagged := tagged(value, "$bytes")
	if !isTagged {
		return nil, false
	}
	content, err := base64Text.DecodeString(text)
	return content, err == nil
}

// The digits of a whole number; of a tagged one too.
func wholeDigits(value interface{}) string {
	if text, isTagged := tagged(value, "$integer"); isTagged {
		return text
	}
	number, _ := value.(json.Number)
	return string(number)
}

// As encoding/json decodes into an `any`; whole numbers that a float64 can't hold, and bytes, keep what they are.
func plain(value interface{}) interface{} {
	switch value := value.(type) {
	case json.Number:
		number, _ := value.Float64()
		return number
	case []interface{}:
		for index := range value {
			value[index] = plain(value[index])
		}
	case map[string]interface{}:
		if content, isBytes := taggedBytes(value); isBytes {
			return content
		}
		if text, isWhole := tagged(value, "$integer"); isWhole {
			return plainWhole(text)
		}
		for key := range value {
			value[key] = plain(value[key])
		}
	}
	return value
}

func plainWhole(text string) interface{} {
	if number, err := strconv.ParseInt(text, 10, 64); err == nil {
		return number
	}
	if number, err := strconv.ParseUint(text, 10, 64); err == nil {
		return number
	}
	number, _ := new(big.Int).SetString(text, 10)
	return number
}

// The value as one of the wanted type.
func argument(value interface{}, wanted reflect.Type) reflect.Value {
	made := reflect.New(wanted).Elem()
	if !assign(made, value) {
		misfit(value, wanted)
	}
	return made
}

func assign(made reflect.Value, value interface{}) bool {
	wanted := made.Type()
	switch wanted.Kind() {
	case reflect.Interface:
		return assignInterface(made, value)
	case reflect.Ptr:
		if value == nil {
			return true
		}
		made.Set(reflect.New(wanted.Elem()))
		return assign(made.Elem(), value)
	case reflect.String:
		text, isText := value.(string)
		made.SetString(text)
		return isText
	case reflect.Bool:
		truth, isTruth := value.(bool)
		made.SetBool(truth)
		return isTruth
	case reflect.Slice:
		return assignSlice(made, value)
	case reflect.Map:
		return assignMap(made, value)
	case reflect.Struct:
		text, err := json.Marshal(value)
		return err == nil && json.Unmarshal(text, made.Addr().Interface()) == nil
	}
	return assignNumber(made, value)
}

func assignInterface(made reflect.Value, value interface{}) bool {
	if value == nil {
		return true
	}
	decoded := reflect.ValueOf(plain(value))
	if !decoded.Type().AssignableTo(made.Type()) {
		return false
	}
	made.Set(decoded)
	return true
}

func assignNumber(made reflect.Value, value interface{}) bool {
	digits := wholeDigits(value)
	switch made.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		number, err := strconv.ParseInt(digits, 10, made.Type().Bits())
		made.SetInt(number)
		return err == nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		number, err := strconv.ParseUint(digits, 10, made.Type().Bits())
		made.SetUint(number)
		return err == nil
	case reflect.Float32, reflect.Float64:
		number, err := strconv.ParseFloat(digits, made.Type().Bits())
		made.SetFloat(number)
		return err == nil
	}
	return false
}

func assignSlice(made reflect.Value, value interface{}) bool {
	if content, isBytes := taggedBytes(value); isBytes && made.Type().Elem().Kind() == reflect.Uint8 {
		made.SetBytes(content)
		return true
	}
	items, isList := value.([]interface{})
	if !isList {
		return value == nil
	}
	made.Set(reflect.MakeSlice(made.Type(), len(items), len(items)))
	for index, item := range items {
		if !assign(made.Index(index), item) {
			return false
		}
	}
	return true
}

func assignMap(made reflect.Value, value interface{}) bool {
	members, isObject := value.(map[string]interface{})
	if !isObject || made.Type().Key().Kind() != reflect.String {
		return value == nil
	}
	made.Set(reflect.MakeMapWithSize(made.Type(), len(members)))
	for key, member := range members {
		item := reflect.New(made.Type().Elem()).Elem()
		if !assign(item, member) {
			return false
		}
		made.SetMapIndex(reflect.ValueOf(key).Convert(made.Type().Key()), item)
	}
	return true
}
