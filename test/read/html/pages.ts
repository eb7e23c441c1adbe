/** Pages of invented acts, in the markup that publishers of law write. */

export const ADILET = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>О знаках - База</title><script>var a="<p>"</script></head><body>
<header><ul class="menu"><li><a href="/a">Главная</a></li><li><a href="/b">Поиск</a></li><li><a href="/c">RU</a></li></ul></header>
<div class="container_gamma text text_upd"><div class="container_alpha slogan"><h1>О путевых знаках</h1><p>Закон Республики Заречье от 5 мая 2020 года № 12-VI.</p></div>
<div class="gs_12"><article>
<p><b>СОДЕРЖАНИЕ</b></p>
<ul><li><a href="#z1">Статья 1. Предмет</a></li><li><a href="#z2">Статья 2-1. Знаки</a></li><li><a href="#z3">Статья 3. Прочее</a></li></ul>
<p id="z0">      Настоящий Закон регулирует знаки.</p>
<h3 id="z1">Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ</h3>
<h3><b>Статья 1. Предмет<br>регулирования</b></h3>
<p>1. Знаки делятся на:<br>      1) путевые;<br>      2) прочие, <b>кроме</b> старых (H<sub>2</sub>O).</p>
<p><span style="color:red">Сноска. Статья 1 с изменениями, внесенными Законом РЗ от 01.02.2021 <a href="x">№ 3-VII</a>.</span></p>
<h3>Статья 2<sup>1</sup>. Знаки</h3>
<p>1. Виды:</p><ol type="a"><li>первый;</li><li>второй.</li></ol>
<p>2. Иное: </p><ul><li>одно;</li><li>другое.</li></ul>
<table><tbody><tr><td rowspan="2"><p>№</p></td><td colspan="2"><p>Знак</p></td></tr><tr><td>а</td><td><b>б</b><br>в</td></tr></tbody></table>
<table><tr><td><p><i>Президент<br>Республики Заречье</i></p></td><td><p>И. ИВАНОВ</p></td></tr></table>
</article></div></div><footer>© 2020</footer></body></html>`

export const LEGISLATION_UK = `<html lang="en"><body><div id="layout1"><div id="breadcrumbControl" class="breadcrumbs"><ul><li>You are here:</li></ul></div>
<div id="viewLegContents"><div class="LegSnippet"><h1 class="LegTitle">Signposts Act 2020</h1>
<h3 class="LegP1GroupTitle"><span class="LegDS LegP1No">1.</span><span class="LegDS LegP1GroupTitleFirst">Duty to keep signposts</span></h3>
<p class="LegP2Container"><span class="LegDS LegLHS LegP2No">(1)</span><span class="LegDS LegRHS LegP2Text">A council must keep its signposts—</span></p>
<p class="LegClearFix LegP3Container"><span class="LegDS LegLHS LegP3No">(a)</span><span class="LegDS LegRHS LegP3Text">upright, and</span></p>
<p class="LegClearFix LegP3Container"><span class="LegDS LegLHS LegP3No">(b)</span><span class="LegDS LegRHS LegP3Text">legible.</span></p>
<p class="LegP2Container"><span class="LegDS LegLHS LegP2No">(2)</span><span class="LegDS LegRHS LegP2Text">This section does not apply to milestones.</span></p>
<h3><span class="LegDS LegP1No">2.</span><span class="LegDS">Short title</span></h3>
<p class="LegP2Container"><span class="LegDS LegLHS LegP2No">(1)</span><span class="LegDS LegRHS LegP2Text">This Act may be cited as the Signposts Act 2020.</span></p>
</div></div></div></body></html>`

export const EURLEX = `<html><body><div id="document1"><p class="oj-doc-ti">REGULATION ON SIGNPOSTS</p>
<p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Subject matter</p>
<p class="oj-normal">1.   This Regulation lays down:</p>
<table width="100%" border="0"><col width="4%"/><col width="96%"/><tbody><tr><td valign="top"><p class="oj-normal">(a)</p></td><td valign="top"><p class="oj-normal">rules on posts;</p></td></tr></tbody></table>
<table width="100%" border="0"><tbody><tr><td valign="top"><p class="oj-normal">(b)</p></td><td valign="top"><p class="oj-normal">rules on signs.</p></td></tr></tbody></table>
<p class="oj-ti-art">Article 2</p><p class="oj-sti-art">Entry into force</p><p class="oj-normal">This Regulation shall enter into force today.</p>
</div></body></html>`

export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=RU><div class=WordSection1>
<p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:normal'>Глава 1. Знаки<o:p></o:p></b></p>
<h2><span style='font-size:14.0pt'>Статья&nbsp;1. Предмет</span></h2>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Знаки
ставят:<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>на дорогах;</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>2)<span>&nbsp;&nbsp; </span></span>на тропах.</p>
<p class=MsoNormal>2. Знаки <span style='font-weight:bold'>хранят</span>.</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</div></body></html>`
