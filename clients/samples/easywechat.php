<?php
/**
 * Codes from Suncode through EasyWeChat 6.
 *
 *   composer require w7corp/easywechat:^6.19
 *   SUNCODE_URL=https://codes.example.com/gateway SUNCODE_APP_ID=sck_… SUNCODE_APP_SECRET=… php easywechat.php
 *
 * The ID is the beginning of an API key that sees one Mini Program, up to its last underscore, and the secret is the
 * rest; or the AppID of a Mini Program and the whole key.
 */

declare(strict_types=1);

use EasyWeChat\MiniApp\Application;

require getenv('AUTOLOAD') ?: __DIR__.'/vendor/autoload.php';

function application(string $secret): Application
{
    return new Application([
        'app_id' => getenv('SUNCODE_APP_ID'),
        'secret' => $secret,
        // `use_stable_access_token` stays off: EasyWeChat asks api.weixin.qq.com for that token, whatever base_uri says.
        'http' => ['base_uri' => rtrim(getenv('SUNCODE_URL'), '/').'/', 'throw' => false],
    ]);
}

$app = application(getenv('SUNCODE_APP_SECRET'));
$client = $app->getClient();
$path = 'pages/index/index?from=php';

$answers = [
    'code.jpg' => $client->postJson('wxa/getwxacode', ['path' => $path]),
    'unlimited.jpg' => $client->postJson('wxa/getwxacodeunlimit', ['scene' => 'from=php', 'page' => 'pages/index/index', 'width' => 430]),
    'transparent.png' => $client->postJson('wxa/getwxacodeunlimit', ['scene' => 'from=php', 'is_hyaline' => true]),
    'square.jpg' => $client->postJson('cgi-bin/wxaapp/createwxaqrcode', ['path' => $path]),
];
foreach ($answers as $name => $answer) {
    if ($answer->isFailed()) {
        exit($name.' '.$answer->toJson()."\n");
    }
    $answer->saveAs($name);
    echo $name, ' ', strlen($answer->getContent()), ' ', $answer->getHeaderLine('x-suncode-id'), "\n";
}

$again = $client->postJson('wxa/getwxacode', ['path' => $path]);
echo 'repeat is the same code: ', var_export($again->getContent() === $answers['code.jpg']->getContent(), true), "\n";

$refused = $client->postJson('wxa/getwxacodeunlimit', ['scene' => 'a', 'page' => '/pages/a']);
echo 'a page with a slash: ', $refused['errcode'], "\n";
try {
    application('wrong')->getClient()->postJson('wxa/getwxacode', ['path' => $path]);
} catch (Throwable $error) {
    echo 'a wrong secret: ', $error->getMessage(), "\n";
}
