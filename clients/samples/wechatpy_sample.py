"""Codes from Suncode through wechatpy.

    pip install "wechatpy>=2.0.0a26"
    SUNCODE_URL=https://codes.example.com/gateway SUNCODE_APP_ID=sck_… SUNCODE_APP_SECRET=… python wechatpy_sample.py

The ID is the beginning of an API key that sees one Mini Program, up to its last underscore, and the secret is the rest;
or the AppID of a Mini Program and the whole key.
"""

import os
import sys

from wechatpy import WeChatClient
from wechatpy.client.api import WeChatWxa
from wechatpy.exceptions import WeChatClientException

URL = os.environ["SUNCODE_URL"].rstrip("/")


class Wxa(WeChatWxa):
    API_BASE_URL = f"{URL}/"


class SuncodeClient(WeChatClient):
    """wechatpy has WeChat's address in three places: for most calls, for Mini Programs, and for the token."""

    API_BASE_URL = f"{URL}/cgi-bin/"
    wxa = Wxa()

    def fetch_access_token(self):
        params = {"grant_type": "client_credential", "appid": self.appid, "secret": self.secret}
        return self._fetch_access_token(f"{URL}/cgi-bin/token", params)


def errcode_of(call):
    try:
        call()
    except WeChatClientException as refused:
        return refused.errcode
    return 0


def main():
    client = SuncodeClient(os.environ["SUNCODE_APP_ID"], os.environ["SUNCODE_APP_SECRET"])
    answers = {
        "code.jpg": client.wxa.get_wxa_code("pages/index/index?from=wechatpy"),
        "unlimited.jpg": client.wxa.get_wxa_code_unlimited("from=wechatpy", page="pages/index/index"),
        "transparent.png": client.wxa.get_wxa_code_unlimited("from=wechatpy", is_hyaline=True),
        "square.jpg": client.wxa.create_qrcode("pages/index/index?from=wechatpy"),
    }
    for name, answer in answers.items():
        with open(name, "wb") as file:
            file.write(answer.content)
        print(name, len(answer.content), answer.headers["X-Suncode-Id"])

    again = client.wxa.get_wxa_code("pages/index/index?from=wechatpy")
    print("repeat is the same code:", again.content == answers["code.jpg"].content)

    # A token that is no longer good: wechatpy fetches another and repeats the call.
    client.session.set(client.access_token_key, "none")
    print("after a bad token:", errcode_of(lambda: client.wxa.get_wxa_code_unlimited("from=wechatpy")))
    print("a page with a slash:", errcode_of(lambda: client.wxa.get_wxa_code_unlimited("a", page="/pages/a")))
    wrong = SuncodeClient(client.appid, "wrong")
    print("a wrong secret:", errcode_of(lambda: wrong.wxa.create_qrcode("pages/index/index")))


if __name__ == "__main__":
    sys.exit(main())
