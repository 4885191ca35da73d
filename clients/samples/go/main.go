// Codes from Suncode through github.com/silenceper/wechat/v2.
//
//	go mod init sample && go get github.com/silenceper/wechat/v2@v2.1.6
//	SUNCODE_URL=https://codes.example.com/gateway SUNCODE_APP_ID=sck_… SUNCODE_APP_SECRET=… go run main.go
//
// The ID is the beginning of an API key that sees one Mini Program, up to its last underscore, and the secret is the
// rest; or the AppID of a Mini Program and the whole key.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"os"

	"github.com/silenceper/wechat/v2"
	"github.com/silenceper/wechat/v2/cache"
	"github.com/silenceper/wechat/v2/miniprogram/config"
	"github.com/silenceper/wechat/v2/miniprogram/qrcode"
	"github.com/silenceper/wechat/v2/util"
)

// toSuncode sends what is meant for WeChat to Suncode. The SDK's own SetURIModifier is not asked for pictures of codes.
type toSuncode struct{ base *url.URL }

func (to toSuncode) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.URL.Host == "api.weixin.qq.com" {
		request = request.Clone(request.Context())
		request.URL.Scheme, request.URL.Host = to.base.Scheme, to.base.Host
		request.URL.Path = to.base.Path + request.URL.Path
		request.Host = ""
	}
	return http.DefaultTransport.RoundTrip(request)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func coder(appID, secret string) *qrcode.QRCode {
	cfg := &config.Config{AppID: appID, AppSecret: secret, Cache: cache.NewMemory()}
	return wechat.NewWechat().GetMiniProgram(cfg).GetQRCode()
}

func main() {
	base, err := url.Parse(os.Getenv("SUNCODE_URL"))
	must(err)
	util.DefaultHTTPClient = &http.Client{Transport: toSuncode{base}}
	appID := os.Getenv("SUNCODE_APP_ID")
	codes := coder(appID, os.Getenv("SUNCODE_APP_SECRET"))

	const path = "pages/index/index?from=go"
	save := func(name string, picture []byte, err error) []byte {
		must(err)
		must(os.WriteFile(name, picture, 0o644))
		fmt.Println(name, len(picture))
		return picture
	}
	picture, err := codes.GetWXACode(qrcode.QRCoder{Path: path})
	first := save("code.jpg", picture, err)
	colour := &qrcode.Color{R: "26", G: "127", B: "55"}
	picture, err = codes.GetWXACodeUnlimit(qrcode.QRCoder{Scene: "from=go", Page: "pages/index/index", LineColor: colour})
	save("unlimited.jpg", picture, err)
	picture, err = codes.GetWXACodeUnlimit(qrcode.QRCoder{Scene: "from=go", IsHyaline: true})
	save("transparent.png", picture, err)
	picture, err = codes.CreateWXAQRCode(qrcode.QRCoder{Path: path})
	save("square.jpg", picture, err)

	again, err := codes.GetWXACode(qrcode.QRCoder{Path: path})
	must(err)
	fmt.Println("repeat is the same code:", bytes.Equal(first, again))

	_, err = codes.GetWXACodeUnlimit(qrcode.QRCoder{Scene: "a", Page: "/pages/a"})
	fmt.Println("a page with a slash:", err)
	_, err = coder(appID, "wrong").GetWXACode(qrcode.QRCoder{Path: path})
	fmt.Println("a wrong secret:", err)
}
