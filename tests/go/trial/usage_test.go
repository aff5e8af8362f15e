package main

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"modelconfig"
)

func model(t *testing.T, text string) modelconfig.Model {
	t.Helper()
	var read modelconfig.Model
	if err := json.Unmarshal([]byte(text), &read); err != nil {
		t.Fatal(err)
	}
	return read
}

const least = `{"modelRef":"a::b::c","displayName":"C","modelName":"c","capabilities":[],"category":"speed",` +
	`"status":"stable","tier":"free","contextWindow":{"maxInputTokens":0,"maxOutputTokens":1}}`

func TestTheCatalogueIsLoadedAnewEachTime(t *testing.T) {
	one, err := modelconfig.Load()
	if err != nil {
		t.Fatal(err)
	}
	other, _ := modelconfig.Load()
	if len(one.Models) == 0 || !reflect.DeepEqual(one, other) {
		t.Error("two loads differ, or there are no models")
	}
	*one.Models[0].DisplayName = "changed"
	if *other.Models[0].DisplayName == "changed" {
		t.Error("two loads share their models")
	}
	text := modelconfig.ModelsJSON()
	text[0] = 'x'
	if modelconfig.ModelsJSON()[0] == 'x' {
		t.Error("the embedded text can be changed")
	}
}

func TestAbsentAndZeroDiffer(t *testing.T) {
	read := model(t, least)
	if read.ContextWindow.MaxInputTokens != 0 || read.ContextWindow.MaxUserInputTokens != nil {
		t.Error(read.ContextWindow)
	}
	read.ContextWindow.MaxUserInputTokens = modelconfig.Ptr(int64(0))
	text, err := json.Marshal(read)
	if err != nil || !strings.Contains(string(text), `"maxUserInputTokens":0`) {
		t.Errorf("%s %v", text, err)
	}
	again := model(t, string(text))
	if !reflect.DeepEqual(again, read) {
		t.Errorf("%+v is not %+v", again, read)
	}
}

func TestARequiredArrayIsNeverNil(t *testing.T) {
	read := model(t, strings.Replace(least, `"capabilities":[]`, `"capabilities":null`, 1))
	if read.Capabilities == nil || len(read.Capabilities) != 0 {
		t.Errorf("%#v", read.Capabilities)
	}
	read.Capabilities = nil
	if text, err := json.Marshal(read); err != nil || string(text) != least {
		t.Errorf("%s %v", text, err)
	}
	document := modelconfig.ModelConfiguration{}
	text, err := json.Marshal(&document)
	if err != nil || !strings.Contains(string(text), `"providers":[],"models":[]`) {
		t.Errorf("%s %v", text, err)
	}
}

func TestNullIsNoReference(t *testing.T) {
	refs := []modelconfig.ModelRef{"kept"}
	var wrapper struct{ Status modelconfig.ModelStatus }
	var optional struct{ Ref *modelconfig.ModelRef }
	if json.Unmarshal([]byte(`[null]`), &refs) == nil || json.Unmarshal([]byte(`{"Status":null}`), &wrapper) == nil {
		t.Error("null is accepted")
	}
	if err := json.Unmarshal([]byte(`{"Ref":null}`), &optional); err != nil || optional.Ref != nil {
		t.Error(optional.Ref, err)
	}
}

func TestAnEmptyListIsNotAnAbsentOne(t *testing.T) {
	for text, expected := range map[string][]string{`{"stopSequences":[]}`: {}, `{}`: nil} {
		var read modelconfig.ClientSideOpenAICompatible
		if err := json.Unmarshal([]byte(text), &read); err != nil || !reflect.DeepEqual(read.StopSequences, expected) {
			t.Errorf("%s: %#v %v", text, read.StopSequences, err)
		}
		if written, _ := json.Marshal(read); string(written) != text {
			t.Errorf("%s became %s", text, written)
		}
	}
}

func TestAValueOfLaterIsKeptAndTold(t *testing.T) {
	read := model(t, strings.Replace(least, `"stable"`, `"sunset"`, 1))
	if read.Status != "sunset" || read.Status.Known() || !modelconfig.ModelStatusBeta.Known() {
		t.Error(read.Status)
	}
	switch read.Category {
	case modelconfig.ModelCategorySpeed:
	default:
		t.Error(read.Category)
	}
}

func TestAUnionIsAnInterface(t *testing.T) {
	var provider modelconfig.ProviderOverride
	text := `{"id":"a","serverSideConfig":{"type":"anthropic","endpoint":"https://example.com"}}`
	if err := json.Unmarshal([]byte(text), &provider); err != nil {
		t.Fatal(err)
	}
	config, ok := provider.ServerSideConfig.(*modelconfig.SiteAnthropicProvider)
	if !ok || config.Type() != "anthropic" || provider.ServerSideConfig.Type() != "anthropic" {
		t.Errorf("%#v", provider.ServerSideConfig)
	}
	provider.ServerSideConfig = &modelconfig.SiteFireworksProvider{}
	written, err := json.Marshal(provider)
	if err != nil || !strings.Contains(string(written), `"serverSideConfig":{"type":"fireworks"`) {
		t.Errorf("%s %v", written, err)
	}
	alone, err := modelconfig.UnmarshalSiteProviderConfig([]byte(`{"type":"google","endpoint":""}`))
	if _, ok = alone.(*modelconfig.SiteGoogleProvider); !ok || err != nil {
		t.Errorf("%#v %v", alone, err)
	}
}

func TestUnknownMembersCanBeReadAndSet(t *testing.T) {
	read := model(t, strings.Replace(least, `{`, `{"size": 1e400,`, 1))
	size, found := read.Unknown.Get("size")
	if !found || string(size) != "1e400" {
		t.Error(string(size))
	}
	if _, found := read.Unknown.Get("modelRef"); found {
		t.Error("a member that is known is among those that are not")
	}
	read.Unknown.Set("size", json.RawMessage("2"))
	read.Unknown.Set("weight", nil)
	read.Unknown.Set("modelRef", json.RawMessage(`"not mine"`))
	text, err := json.Marshal(read)
	if err != nil || string(text) != strings.TrimSuffix(least, "}")+`,"size":2,"weight":null}` {
		t.Errorf("%s %v", text, err)
	}
}

func TestACopyHasUnknownMembersOfItsOwn(t *testing.T) {
	first := model(t, strings.Replace(least, `{`, `{"x":1,"y":2,"z":3,`, 1))
	second := first
	second.Unknown.Set("x", json.RawMessage("4"))
	second.Unknown.Set("later", json.RawMessage(`"second"`))
	first.Unknown.Set("later", json.RawMessage(`"first"`))
	for expected, of := range map[string]modelconfig.Model{
		`,"x":1,"y":2,"z":3,"later":"first"}`:  first,
		`,"x":4,"y":2,"z":3,"later":"second"}`: second,
	} {
		if text, err := json.Marshal(of); err != nil || !strings.HasSuffix(string(text), expected) {
			t.Errorf("%s %v", text, err)
		}
	}
}

func TestWhatIsNoJSONCannotBeWritten(t *testing.T) {
	cost := &modelconfig.ModelCost{InputTokenPennies: math.NaN()}
	odd := model(t, least)
	odd.Unknown.Set("a", json.RawMessage("{"))
	var nobody *modelconfig.SiteGoogleProvider
	for said, value := range map[string]any{
		"NaN":                    cost,
		"unknown":                odd,
		"contains a nil pointer": modelconfig.ProviderOverride{ServerSideConfig: nobody},
	} {
		if text, err := json.Marshal(value); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%s %v", text, err)
		}
	}
}

func TestAZeroValueIsWrittenWhole(t *testing.T) {
	text, err := json.Marshal(modelconfig.ModelConfiguration{})
	expected := `{"schemaVersion":"","revision":"","providers":[],"models":[],` +
		`"defaultModels":{"chat":"","fastChat":"","codeCompletion":""}}`
	if err != nil || string(text) != expected {
		t.Errorf("%s %v", text, err)
	}
}

func TestAFaultLeavesTheValueAsItWas(t *testing.T) {
	read := model(t, least)
	before := read
	err := json.Unmarshal([]byte(`{"modelRef":"other","capabilities":[1]}`), &read)
	var fault *modelconfig.ShapeError
	if !errors.As(err, &fault) || fault.Pointer != "/capabilities/0" || !reflect.DeepEqual(read, before) {
		t.Errorf("%v %+v", err, read)
	}
}

func TestARecordGivenTwiceIsNotMixedWithTheFirst(t *testing.T) {
	first := `"contextWindow":{"maxInputTokens":9,"maxOutputTokens":9,"maxUserInputTokens":9,"later":9},`
	if read := model(t, strings.Replace(least, `{`, `{`+first, 1)); !reflect.DeepEqual(read, model(t, least)) {
		t.Errorf("%+v", read)
	}
}

func TestAMapIsWrittenInTheOrderOfItsNames(t *testing.T) {
	query := modelconfig.AccessTokenQuery{Headers: map[string]string{}}
	for _, name := range strings.Split("hdgbfaec", "") {
		query.Headers[name] = ""
	}
	text, err := json.Marshal(query)
	expected := `{"url":"","headers":{"a":"","b":"","c":"","d":"","e":"","f":"","g":"","h":""}}`
	if err != nil || string(text) != expected {
		t.Errorf("%s %v", text, err)
	}
}

func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	var read modelconfig.BasicAuth
	for _, text := range []string{"{\"username\":\"\xff\"}", "{\"later\":\"\xc3\"}", "{\"\xed\xa0\x80\":1}"} {
		var fault *modelconfig.ShapeError
		if err := json.Unmarshal([]byte(text), &read); !errors.As(err, &fault) || fault.Found != "other bytes" {
			t.Errorf("%q %v %+v", text, err, read)
		}
	}
}

func TestATypeCanStandInOnesOwn(t *testing.T) {
	var own struct {
		Models []modelconfig.Model
		Best   *modelconfig.ModelRef
	}
	if err := json.Unmarshal([]byte(`{"models":[`+least+`],"best":"a::b::c"}`), &own); err != nil {
		t.Fatal(err)
	}
	if own.Models[0].ModelRef != *own.Best {
		t.Errorf("%+v", own)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.SetBytes(int64(len(modelconfig.ModelsJSON())))
	for i := 0; i < b.N; i++ {
		modelconfig.Load()
	}
}
