// A struct as encoding/json sees it, without asking its methods.
package harness

import (
	"math/big"
	"reflect"
	"strings"
)

func encodeStruct(out []byte, value reflect.Value, depth int) []byte {
	if value.Type() == bigInt {
		return encodeBigInt(out, value)
	}
	members := fieldsOf(nil, value)
	if len(members) == 0 && value.NumField() > 0 {
		refuse("a value of type " + value.Type().String() + ", which hides its data")
	}
	return putMembers(out, members, depth)
}

func encodeBigInt(out []byte, value reflect.Value) []byte {
	whole := reflect.New(bigInt)
	if !value.CanInterface() {
		refuse("a hidden number")
	}
	whole.Elem().Set(value)
	return putBigInt(out, whole.Interface().(*big.Int))
}

// Exported fields by the names that encoding/json gives them; those of embedded structs come last and never replace others.
func fieldsOf(members []member, value reflect.Value) []member {
	embedded := []reflect.Value{}
	for index := 0; index < value.NumField(); index++ {
		field := value.Type().Field(index)
		tag := field.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		if field.Anonymous && name == "" && field.Type.Kind() == reflect.Struct {
			embedded = append(embedded, value.Field(index))
			continue
		}
		if field.PkgPath != "" || tag == "-" || (options == "omitempty" && isEmpty(value.Field(index))) {
			continue
		}
		if name == "" {
			name = field.Name
		}
		if !has(members, name) {
			members = append(members, member{name, value.Field(index)})
		}
	}
	for _, each := range embedded {
		members = fieldsOf(members, each)
	}
	return members
}

func has(members []member, key string) bool {
	for _, each := range members {
		if each.key == key {
			return true
		}
	}
	return false
}

func isEmpty(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return value.Len() == 0
	case reflect.Struct:
		return false
	}
	return value.IsZero()
}
