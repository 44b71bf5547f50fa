// From what the candidate returned to JSON, by reflection over its data: no method of the candidate is called.
package harness

import (
	"bytes"
	"encoding/json"
	"math"
	"math/big"
	"reflect"
	"sort"
	"strconv"
	"unicode/utf8"
)

// The line itself is one level of its 64.
const depthLimit = 60

const safe = 1<<53 - 1

// Why a value can't cross.
type notJSON string

func refuse(why string) { panic(notJSON("not JSON: " + why)) }

var (
	numberText = reflect.TypeOf(json.Number(""))
	rawText    = reflect.TypeOf(json.RawMessage(nil))
	bigInt     = reflect.TypeOf(big.Int{})
)

func encode(out []byte, value reflect.Value, depth int) []byte {
	if depth > depthLimit {
		refuse("cyclic or nested too deeply")
	}
	if len(out) > lineLimit {
		refuse("too large")
	}
	switch value.Kind() {
	case reflect.Invalid:
		return append(out, "null"...)
	case reflect.Interface, reflect.Ptr:
		if value.IsNil() {
			return append(out, "null"...)
		}
		return encode(out, value.Elem(), depth+1)
	case reflect.Bool:
		return strconv.AppendBool(out, value.Bool())
	case reflect.String:
		return encodeText(out, value)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		number := value.Int()
		return putWhole(out, strconv.FormatInt(number, 10), number >= -safe && number <= safe)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return putWhole(out, strconv.FormatUint(value.Uint(), 10), value.Uint() <= safe)
	case reflect.Float32, reflect.Float64:
		return putNumber(out, value.Float(), value.Type().Bits())
	case reflect.Slice, reflect.Array:
		return encodeList(out, value, depth)
	case reflect.Map:
		return encodeMap(out, value, depth)
	case reflect.Struct:
		return encodeStruct(out, value, depth)
	}
	refuse("a value of type " + value.Type().String())
	return nil
}

func putWhole(out []byte, text string, isSafe bool) []byte {
	if isSafe {
		return append(out, text...)
	}
	return append(append(append(out, `{"$integer":"`...), text...), `"}`...)
}

func putBigInt(out []byte, number *big.Int) []byte {
	return putWhole(out, number.String(), number.IsInt64() && number.Int64() >= -safe && number.Int64() <= safe)
}

func putNumber(out []byte, number float64, bits int) []byte {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		refuse("a number that is not finite")
	}
	if number == 0 {
		return append(out, '0')
	}
	return strconv.AppendFloat(out, number, 'g', -1, bits)
}

func putBytes(out []byte, content []byte) []byte {
	return append(append(append(out, `{"$bytes":"`...), base64Text.EncodeToString(content)...), `"}`...)
}

// A string of Go is any bytes; one that is no text crosses as bytes.
func encodeText(out []byte, value reflect.Value) []byte {
	text := value.String()
	if value.Type() == numberText {
		return encodeRaw(out, text)
	}
	if !utf8.ValidString(text) {
		return putBytes(out, []byte(text))
	}
	return append(out, quote(text)...)
}

// JSON text that the candidate made, taken apart and written anew.
func encodeRaw(out []byte, text string) []byte {
	var value interface{}
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil || decoder.More() {
		refuse("broken JSON text")
	}
	if number, isNumber := value.(json.Number); isNumber {
		if whole, isWhole := new(big.Int).SetString(string(number), 10); isWhole {
			return putBigInt(out, whole)
		}
		float, err := number.Float64()
		if err != nil {
			refuse("a number out of range")
		}
		return putNumber(out, float, 64)
	}
	return encode(out, reflect.ValueOf(value), 1)
}

// A slice that is nil is an empty list: in Go they are used alike.
func encodeList(out []byte, value reflect.Value, depth int) []byte {
	if value.Type() == rawText {
		return encodeRaw(out, string(value.Bytes()))
	}
	if value.Type().Elem().Kind() == reflect.Uint8 {
		content := make([]byte, value.Len())
		reflect.Copy(reflect.ValueOf(content), value)
		return putBytes(out, content)
	}
	out = append(out, '[')
	for index := 0; index < value.Len(); index++ {
		if index > 0 {
			out = append(out, ',')
		}
		out = encode(out, value.Index(index), depth+1)
	}
	return append(out, ']')
}

func keyText(key reflect.Value) string {
	switch key.Kind() {
	case reflect.String:
		if utf8.ValidString(key.String()) {
			return key.String()
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(key.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(key.Uint(), 10)
	case reflect.Interface:
		return keyText(key.Elem())
	}
	refuse("a map with other keys than text")
	return ""
}

type member struct {
	key   string
	value reflect.Value
}

func encodeMap(out []byte, value reflect.Value, depth int) []byte {
	members := []member{}
	for entries := value.MapRange(); entries.Next(); {
		members = append(members, member{keyText(entries.Key()), entries.Value()})
	}
	sort.Slice(members, func(a, b int) bool { return members[a].key < members[b].key })
	return putMembers(out, members, depth)
}

func putMembers(out []byte, members []member, depth int) []byte {
	out = append(out, '{')
	for index, each := range members {
		if index > 0 {
			out = append(out, ',')
		}
		out = append(append(out, quote(each.key)...), ':')
		out = encode(out, each.value, depth+1)
	}
	return append(out, '}')
}
